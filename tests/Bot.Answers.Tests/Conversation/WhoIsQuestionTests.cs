using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class WhoIsQuestionTests
{
    [Theory]
    [InlineData("who is Lavrov", "Lavrov")]
    [InlineData("Who is Sergey Lavrov?", "Sergey Lavrov")]
    [InlineData("who's Marco Rubio??", "Marco Rubio")]
    [InlineData("who’s Rubio", "Rubio")]
    [InlineData("whos rubio", "rubio")]
    [InlineData("WHO WAS Mike Waltz", "Mike Waltz")]
    [InlineData("who the hell is Witkoff", "Witkoff")]
    [InlineData("Witkoff who is that?", "Witkoff")]
    [InlineData("so who is \"Kirill Dmitriev\"?", "Kirill Dmitriev")]
    [InlineData("do you know who Ushakov is?", "Ushakov")]
    [InlineData("who  is   Yuri Ushakov", "Yuri Ushakov")]
    [InlineData("Кто такой Лавров?", "Лавров")]
    [InlineData("кто такая Мария Захарова", "Мария Захарова")]
    [InlineData("кто это Рубио", "Рубио")]
    [InlineData("Рубио кто это", "Рубио")]
    [InlineData("Рубио - это кто?", "Рубио")]
    [InlineData("кто Рубио?", "Рубио")]
    [InlineData("а кто такой Дмитриев", "Дмитриев")]
    [InlineData("Лавров кто такой", "Лавров")]
    [InlineData("Хто такий Лавров?", "Лавров")]
    [InlineData("хто така Захарова", "Захарова")]
    [InlineData("хто це Рубіо", "Рубіо")]
    [InlineData("Рубіо це хто", "Рубіо")]
    [InlineData("拉夫罗夫是谁？", "拉夫罗夫")]
    [InlineData("盧比奧是誰", "盧比奧")]
    [InlineData("誰是盧比奧", "盧比奧")]
    [InlineData("谁是鲁比奥啊", "鲁比奥")]
    [InlineData("魯比奧是什麼人", "魯比奧")]
    [InlineData("盧比奧係邊個", "盧比奧")]
    [InlineData("邊個係盧比奧呀", "盧比奧")]
    [InlineData("鲁比奥是哪位", "鲁比奥")]
    [InlineData("请问拉夫罗夫是谁", "拉夫罗夫")]
    [InlineData("Rubio是誰", "Rubio")]
    [InlineData("who is 普京", "普京")]
    public void The_name_is_what_is_left_of_the_question(string text, string name)
    {
        Assert.Equal(name, WhoIsQuestion.NameIn(text));
    }

    [Theory]
    [InlineData("who is")]
    [InlineData("who?")]
    [InlineData("who are you")]
    [InlineData("who is to blame")]
    [InlineData("who is attending")]
    [InlineData("who is he")]
    [InlineData("who is Lavrov, and what did he say?")]
    [InlineData("whose idea was it")]
    [InlineData("what did Lavrov say")]
    [InlineData("Lavrov")]
    [InlineData("кто такой")]
    [InlineData("Кто такой?")]
    [InlineData("кто ты")]
    [InlineData("кто это")]
    [InlineData("ктото пришел")]
    [InlineData("хто така?")]
    [InlineData("хто це")]
    [InlineData("你是谁")]
    [InlineData("你係邊個")]
    [InlineData("是谁")]
    [InlineData("谁")]
    [InlineData("")]
    [InlineData("???")]
    public void Other_questions_ask_for_no_name(string text)
    {
        Assert.Null(WhoIsQuestion.NameIn(text));
    }
}
