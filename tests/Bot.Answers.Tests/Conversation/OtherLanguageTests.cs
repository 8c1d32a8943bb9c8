using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class OtherLanguageTests
{
    [Theory]
    [InlineData("Wie lange dauerten die Gespräche?")]
    [InlineData("Wer ist Lawrow und was hat er gesagt?")]
    [InlineData("Combien de temps ont duré les pourparlers ?")]
    [InlineData("Qui est Lavrov et pour qui travaille-t-il ?")]
    [InlineData("¿Cuánto duraron las conversaciones?")]
    [InlineData("quien es Lavrov y que dijo sobre la guerra")]
    [InlineData("Quanto sono durati i colloqui?")]
    [InlineData("Quanto tempo duraram as negociações?")]
    [InlineData("Ile trwały rozmowy i kiedy się zaczęły?")]
    [InlineData("Görüşmeler ne kadar sürdü?")]
    [InlineData("Hoe lang duurden de gesprekken?")]
    [InlineData("Kdo je Lavrov a kdy řekl, že přijede?")]
    [InlineData("Cât au durat negocierile?")]
    [InlineData("Berapa lama pembicaraan itu berlangsung?")]
    [InlineData("Cuộc đàm phán kéo dài bao lâu?")]
    [InlineData("Hur länge varade samtalen?")]
    [InlineData("会談は何時間続きましたか")]
    [InlineData("ラブロフとは誰ですか")]
    [InlineData("회담은 얼마나 걸렸나요?")]
    [InlineData("كم استمرت المحادثات؟")]
    [InlineData("כמה זמן נמשכו השיחות?")]
    [InlineData("การเจรจาใช้เวลานานเท่าใด")]
    [InlineData("वार्ता कितनी देर चली?")]
    [InlineData("Πόσο διήρκεσαν οι συνομιλίες;")]
    [InlineData("Որքա՞ն տևեցին բանակցությունները")]
    [InlineData("რამდენ ხანს გაგრძელდა მოლაპარაკება?")]
    [InlineData("Колькі доўжыліся перамовы?")]
    [InlineData("Колко продължиха преговорите?")]
    [InlineData("Колико су трајали преговори између САД и Русије?")]
    public void A_question_in_another_language_is_recognized(string text)
    {
        Assert.True(OtherLanguage.Is(text));
    }

    [Theory]
    [InlineData("How long did the talks last?")]
    [InlineData("hwo lnog did teh tlaks lats")]
    [InlineData("wat did trum say abt teh war")]
    [InlineData("y did they meet")]
    [InlineData("ha ha ha")]
    [InlineData("who is Ursula von der Leyen")]
    [InlineData("Ursula von der Leyen")]
    [InlineData("Oscar de la Renta")]
    [InlineData("Charles de Gaulle")]
    [InlineData("Recep Tayyip Erdoğan")]
    [InlineData("Radosław Sikorski")]
    [InlineData("Kim Jong Un")]
    [InlineData("Xin Bao")]
    [InlineData("Faisal bin Farhan Al Saud")]
    [InlineData("Los Angeles")]
    [InlineData("skolko dlilis peregovory")]
    [InlineData("chto skazal lavrov")]
    [InlineData("kto takoy rubio i gde on byl")]
    [InlineData("skilky tryvaly peremovyny")]
    [InlineData("shcho skazav Lavrov pro viinu")]
    [InlineData("de i koly buly peremovyny")]
    [InlineData("Сколько длились переговоры?")]
    [InlineData("Скільки тривали переговори?")]
    [InlineData("шо сказав лавров")]
    [InlineData("А сколько длилась встреча и кто на ней был?")]
    [InlineData("会谈持续了多久")]
    [InlineData("會談持續多久")]
    [InlineData("点解佢哋喺利雅德傾")]
    [InlineData("会談の内容是什么")]
    [InlineData("是ㄉ")]
    [InlineData("Вучић")]
    [InlineData("π")]
    [InlineData("2025")]
    [InlineData("👍")]
    [InlineData("")]
    public void The_five_languages_are_not_taken_for_others(string text)
    {
        Assert.False(OtherLanguage.Is(text));
    }
}
