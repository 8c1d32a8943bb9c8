using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class ProofRequestTests
{
    [Theory]
    [InlineData("why? | why | link? | source? | sources pls | Source please! | prove it | proof? | proofs | evidence? | says who? | who says | more | details | more details please | tell me more | really? | are you sure? | how do you know that? | ok, source? | any sources? | do you have a link | what is your source | sorce? | citation needed | whyyyy | go on | give me a source | show me the evidence | is that true? | soucres")]
    [InlineData("почему? | почему | пруф | пруфы | пруф? | источник? | источники | ссылку | ссылка? | докажи | подробнее | поподробнее | а подробнее? | дай ссылку | есть пруфы? | какой источник | откуда информация | кто сказал? | ещё | расскажи подробнее | точно? | правда? | ну почему | подробнее пж | пруфы в студию | доказательства? | а почему так")]
    [InlineData("чому? | чому | джерело? | доведи | лінк | ще | детальніше | докладніше | посилання | є джерело? | дай посилання | звідки це? | хто сказав? | розкажи детальніше | справді? | докази? | пруфи | а чому? | більше")]
    [InlineData("為什麼？ | 为什么 | 點解 | 点解呀 | 为啥 | 来源 | 來源呢 | 來源？ | 出處 | 出处呢 | 有連結嗎 | 有链接吗 | 有冇link | 链接 | 證據 | 证据呢 | 詳細 | 更多 | 详情 | 真的嗎 | 誰說的 | 邊個講㗎 | 你點知 | 然後呢 | 請給來源 | 再詳細一點 | 繼續")]
    public void Whoever_asks_for_proof_or_more_is_understood(string forms)
    {
        Assert.Equal("", string.Join(" | ", forms.Split(" | ").Where(f => !ProofRequest.Is(f))));
    }

    [Theory]
    [InlineData("why did they meet?")]
    [InlineData("why Riyadh?")]
    [InlineData("more than 4 hours?")]
    [InlineData("who said that the war must end?")]
    [InlineData("what is the source of the conflict")]
    [InlineData("details of the call")]
    [InlineData("tell me more about Lavrov")]
    [InlineData("thanks")]
    [InlineData("ok")]
    [InlineData("please")]
    [InlineData("почему в Эр-Рияде?")]
    [InlineData("источник газа")]
    [InlineData("кто сказал про НАТО")]
    [InlineData("подробнее о Рубио")]
    [InlineData("чому Ер-Ріяд?")]
    [InlineData("ще один дзвінок")]
    [InlineData("为什么在利雅得")]
    [InlineData("誰說戰爭會結束")]
    [InlineData("更多制裁")]
    [InlineData("👍")]
    [InlineData("")]
    public void Whoever_asks_about_a_subject_does_not_ask_for_proof(string text)
    {
        Assert.False(ProofRequest.Is(text));
    }
}
