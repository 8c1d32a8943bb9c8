using Bot.Answers.Conversation;

namespace Bot.Answers.Tests.Conversation;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Greeting", "hi | Hello! | HELLO | hey | heyyyyy | helloooo | hii | yo | sup | hi bot | hello there | good morning | gm | Good evening! | howdy | hi again | anyone here? | are you there? | hola | hi :) | hello 👋 | hello, dear bot")]
    [InlineData("Greeting", "你好 | 您好 | 妳好 | 哈囉 | 哈喽 | 安安 | 早安 | 早晨 | 早上好 | 嗨 | 喂 | 在吗 | 在嗎? | 你好啊 | 你好呀！ | 有人嗎 | 大家好 | 晚上好 | 哈囉～ | hi 你好")]
    [InlineData("Greeting", "привет | Привет! | прив | приветик | превет | здравствуйте | здраствуйте | здрасте | здарова | добрый день | Доброе утро!! | ку | хай | привет бот | приветттт | салам | ты тут? | хеллоу")]
    [InlineData("Greeting", "привіт | вітаю | вітаннячко | добрий день | доброго ранку | доброго вечора | добридень | здоров | здоровенькі були | агов | привіт, боте | ти тут? | Слава Україні!")]
    [InlineData("Thanks", "thanks | thx | ty | tysm | tyvm | thank you | thank u | thankyou | Thanks a lot!!! | hi, thanks a lot!! | thank you so much | many thanks | thaaaanks | thnaks | thankss | cheers | much appreciated | ok thanks | thanks bot 🙏 | great, thanks | thank you for your help")]
    [InlineData("Thanks", "谢谢 | 謝謝 | 多謝 | 多謝晒 | 唔該 | 唔該晒 | 唔該哂 | 谢啦 | 謝囉 | 3Q | 感謝 | 非常感谢 | 谢谢你 | 謝謝您的回答 | 辛苦了 | 好的，谢谢 | 谢谢谢谢谢 | thank you啊")]
    [InlineData("Thanks", "спасибо | спс | пасиб | спасибочки | Спасибо большое! | большое спасибо | благодарю | спасибо за помощь | сенкс | мерси | ок, спс | спасиба | спасибооо | спасибо тебе огромное")]
    [InlineData("Thanks", "дякую | дяк | дякс | щиро дякую | дуже дякую | Дякую за відповідь! | спасибі | красно дякую | вдячний | дякуюю | добре, дякую")]
    [InlineData("Praise", "good bot | great | awesome! | nice one | well done | you are the best | u r great | very helpful | cool | amaaazing | i love you | good job | excellnet | 10/10 | wonderfull | haha nice")]
    [InlineData("Praise", "太棒了 | 真棒 | 好叻呀 | 好厲害 | 厉害 | 讚 | 赞 | 牛逼 | 好嘢 | 好犀利 | 你真聪明 | 很有用 | 不错 | yyds | 完美 | 好棒喔")]
    [InlineData("Praise", "молодец | круто | супер | класс | отлично | ты лучший | умница | красава | молодчина! | шикарно | ты крутой")]
    [InlineData("Praise", "молодець | чудово | круто | супер | клас | ти найкращий | розумник | гарний бот | дуже корисно | мені подобається")]
    [InlineData("Farewell", "bye | goodbye | bye bye | see you later | cya | good night | gn | take care | have a nice day | thanks, bye | ttyl | gotta go")]
    [InlineData("Farewell", "再見 | 再见 | 拜拜 | 掰掰 | 88 | 晚安 | 早唞 | 下次再聊 | 走先啦 | 明天見 | bye啦")]
    [InlineData("Farewell", "пока | до свидания | досвидания | спокойной ночи | всего доброго | пока-пока | покеда | удачи | до завтра | спасибо, пока!")]
    [InlineData("Farewell", "бувай | до побачення | на добраніч | добраніч | гарного дня | щасти | до зустрічі | дякую, бувай")]
    [InlineData("Acknowledgement", "ok | OK. | okay | k | kk | okk | no | nope | yes | yep | sure | stop | I see | wrong | that's wrong | got it | fine | np | lol | haha | hahahahaha | hmm | hmmmmm | never mind | alright | xD | :D | wow | understood | i undestand | who cares")]
    [InlineData("Acknowledgement", "好 | 好的 | 好吧 | 嗯 | 嗯嗯 | 哦 | 係 | 係啊 | 唔係 | 冇嘢 | 不用了 | 知道了 | 明白 | 收到 | 哈哈哈哈哈 | 原來如此 | 算了 | 停 | 對 | 没事 | 收到啦")]
    [InlineData("Acknowledgement", "ок | да | нет | ага | угу | понятно | ясно | хорошо | ладно | стоп | хватит | ахахахах | не надо | согласен | интересно | извини | ну ладно | понял | хм")]
    [InlineData("Acknowledgement", "так | ні | добре | гаразд | зрозуміло | ясно | ага | досить | цікаво | не треба | вибач | хаха | ок")]
    [InlineData("HowAreYou", "how are you? | how r u | hows it going | hi, how are you doing today? | how do you do | are you ok? | what are you doing")]
    [InlineData("HowAreYou", "你好嗎 | 你好吗？ | 最近怎么样 | 近來點呀 | 你幾好嗎 | 你在哪里 | 你几岁")]
    [InlineData("HowAreYou", "как дела | как дела? | привет как дела | как ты | как жизнь | чё делаешь | кагдила | как поживаешь")]
    [InlineData("HowAreYou", "як справи | Як справи? | привіт, як ти? | як ся маєш | що робиш | як настрій")]
    [InlineData("Help", "help | HELP! | help me please | pls help | i need help | how does this work? | what can i ask | menu | how do i use this bot")]
    [InlineData("Help", "幫助 | 帮助 | 怎么用 | 點用 | 我可以問什麼 | 可以問咩 | 救命 | 使用说明")]
    [InlineData("Help", "помощь | помоги | помогите пожалуйста | как пользоваться | что можно спросить? | меню | хелп | как тебя спросить")]
    [InlineData("Help", "допомога | допоможи | як користуватися | що можна запитати? | меню | допоможіть будь ласка")]
    [InlineData("Abilities", "what can you do? | what can u do | what do you know | hi, what can you do for me | what is your purpose | tell me a joke | what languages do you speak")]
    [InlineData("Abilities", "你会什么 | 你能做什麼 | 你可以做咩 | 你識做咩 | 你能幹嘛 | 有什么功能 | 講個笑話 | 你知道什么")]
    [InlineData("Abilities", "что ты умеешь | чё ты умеешь | что ты знаешь? | что вы можете | расскажи анекдот | для чего ты нужен | чем ты можешь помочь")]
    [InlineData("Abilities", "що ти вмієш | що ти знаєш? | шо ти вмієш | чим ти можеш допомогти | розкажи анекдот | що ви можете")]
    [InlineData("Identity", "who are you | who r u? | are you a bot? | are you human | who made you | who created you? | what's your name | whats ur name | hello, who are you | are you chatgpt? | what are you")]
    [InlineData("Identity", "你是谁 | 你是誰？ | 你係邊個 | 你是機器人嗎 | 你是真人吗 | 誰創造了你 | 你叫什么名字 | 你叫咩名 | 自我介紹一下")]
    [InlineData("Identity", "кто ты | ты кто? | кто ты такой | ты бот? | вы кто | кто тебя создал | как тебя зовут | ты человек? | расскажи о себе")]
    [InlineData("Identity", "хто ти | ти хто? | ти бот? | хто тебе створив | як тебе звати | хто ви? | ти людина?")]
    [InlineData("Abuse", "idiot | you are an idiot | you idiot | fuck you | stupid bot | you suck | shut up | stfu | hi you stupid moron | u r so dumb | useless")]
    [InlineData("Abuse", "傻逼 | 白痴 | 你是白痴 | 去死 | 滾 | 仆街 | 屌你老母 | 你好笨 | 垃圾机器人 | 智障 | 食屎啦你")]
    [InlineData("Abuse", "идиот | ты тупой | ты дурак | тупой бот | иди нахуй | пошел ты | заткнись | ты бесполезный | ну ты и дебил | отвали")]
    [InlineData("Abuse", "ідіот | ти тупий | дурень | йди в дупу | заткнись | тупий бот | ти що, дурний")]
    public void Whatever_is_usually_typed_is_recognized(string kind, string forms)
    {
        Assert.Equal("", string.Join(" | ", forms.Split(" | ").Where(f => SmallTalk.Detect(f)?.ToString() != kind).Select(f => $"{f} → {SmallTalk.Detect(f)}")));
    }

    [Theory]
    [InlineData("hi, how long did the talks last")]
    [InlineData("thanks, and who is Lavrov?")]
    [InlineData("who is Lavrov")]
    [InlineData("what can Trump do")]
    [InlineData("help Ukraine")]
    [InlineData("thanks to whom did they meet")]
    [InlineData("who made the deal")]
    [InlineData("stop the war")]
    [InlineData("no deal?")]
    [InlineData("What did Rubio say?")]
    [InlineData("good relations")]
    [InlineData("did they say goodbye")]
    [InlineData("who are you talking about")]
    [InlineData("what do you know about Putin")]
    [InlineData("how are you sure that Trump called Putin")]
    [InlineData("ok so when did they arrive")]
    [InlineData("tanks?")]
    [InlineData("peace")]
    [InlineData("the great powers")]
    [InlineData("Yes or no: was Ukraine invited")]
    [InlineData("why the fuck did they meet in Riyadh")]
    [InlineData("was that idiot Witkoff there?")]
    [InlineData("how long?")]
    [InlineData("when")]
    [InlineData("Trump")]
    [InlineData("2025-02-18")]
    [InlineData("12")]
    [InlineData("NATO")]
    [InlineData("Who told Trump to stop?")]
    [InlineData("is the bot of the Kremlin real")]
    [InlineData("do you know Marco Rubio")]
    [InlineData("can Europe help")]
    [InlineData("Did Trump support bitcoin?")]
    [InlineData("https://example.org/a is it true that Lavrov met Rubio?")]
    [InlineData("What is the system of sanctions?")]
    [InlineData("кто ты думаешь выиграл")]
    [InlineData("привет, кто такой Лавров")]
    [InlineData("спасибо, а сколько длились переговоры?")]
    [InlineData("помощь Украине")]
    [InlineData("кто помог Украине")]
    [InlineData("остановить войну")]
    [InlineData("что сказал Трамп")]
    [InlineData("как дела у Лаврова")]
    [InlineData("какого хуя они встретились в Эр-Рияде")]
    [InlineData("правда ли что Путин звонил Трампу")]
    [InlineData("нет договора")]
    [InlineData("Дмитриев")]
    [InlineData("хто такий Лавров")]
    [InlineData("дякую, а хто такий Рубіо?")]
    [InlineData("допомога Україні")]
    [InlineData("що сказав Зеленський")]
    [InlineData("чому не було України")]
    [InlineData("як справи в Україні")]
    [InlineData("хто створив Раду безпеки")]
    [InlineData("你好，会谈持续多久")]
    [InlineData("謝謝，誰是拉夫羅夫")]
    [InlineData("特朗普說了什麼")]
    [InlineData("停戰")]
    [InlineData("停火了吗")]
    [InlineData("你知道普京吗")]
    [InlineData("不是和平协议")]
    [InlineData("好的关系")]
    [InlineData("幫助烏克蘭")]
    [InlineData("你認為邊個贏")]
    [InlineData("普京是不是白痴")]
    [InlineData("谢尔盖")]
    [InlineData("多謝邊個")]
    [InlineData("早晨開會")]
    [InlineData("ありがとう")]
    [InlineData("مرحبا")]
    [InlineData("hi สวัสดี")]
    [InlineData("")]
    [InlineData("  \n ")]
    public void A_message_with_a_word_of_substance_is_no_small_talk(string text)
    {
        Assert.Null(SmallTalk.Detect(text));
    }

    [Fact]
    public void No_question_that_the_answers_are_developed_with_is_taken_for_talk()
    {
        var questions = Question.All().Where(q => q.Set == "development").Select(q => q.Text).ToList();

        Assert.NotEmpty(questions);
        Assert.DoesNotContain(questions, q => SmallTalk.Detect(q) is not null || ProofRequest.Is(q) || OtherLanguage.Is(q));
    }

    [Theory]
    [InlineData("👍", "Praise")]
    [InlineData("👍🏽👍🏽", "Praise")]
    [InlineData("❤️", "Praise")]
    [InlineData("🙏", "Thanks")]
    [InlineData("👋", "Greeting")]
    [InlineData("🤔", "Acknowledgement")]
    [InlineData("🖕", "Abuse")]
    [InlineData("???", "Acknowledgement")]
    [InlineData("...", "Acknowledgement")]
    [InlineData(":)", "Acknowledgement")]
    [InlineData("🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥", "Spam")]
    [InlineData("\ud83d", "Acknowledgement")]
    public void Emoji_and_punctuation_alone_are_small_talk(string text, string kind)
    {
        Assert.Equal(kind, SmallTalk.Detect(text)?.ToString());
    }

    [Theory]
    [InlineData("hi, thanks, bye", "Farewell")]
    [InlineData("hello! how are you? who are you?", "Identity")]
    [InlineData("thanks idiot", "Abuse")]
    [InlineData("ok thanks", "Thanks")]
    [InlineData("привет, что ты умеешь?", "Abilities")]
    [InlineData("你好，谢谢，再见", "Farewell")]
    public void Of_several_kinds_the_weightiest_counts(string text, string kind)
    {
        Assert.Equal(kind, SmallTalk.Detect(text)?.ToString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("hi ")]
    [InlineData("ha")]
    [InlineData("thank ")]
    [InlineData("你")]
    [InlineData("é\u0301")]
    [InlineData("\ud83d")]
    [InlineData("{")]
    [InlineData("a b ")]
    [InlineData("https://a.b ")]
    [InlineData("кто ")]
    public void Hostile_repetition_of_any_length_is_read_without_error(string unit)
    {
        foreach (var length in (int[])[1, 199, 200, 201, 400, 1000, 100_000])
        {
            var text = string.Concat(Enumerable.Repeat(unit, length))[..length];

            Assert.Null(Record.Exception(() =>
            {
                SmallTalk.Detect(text);
                ProofRequest.Is(text);
                WhoIsQuestion.NameIn(text);
                OtherLanguage.Is(text);
            }));
        }
    }

    [Fact]
    public void Random_characters_are_read_without_error()
    {
        var random = new Random(17);
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Create(random.Next(0, 300), random, static (span, r) =>
            {
                foreach (ref var c in span)
                {
                    c = (char)(r.Next(3) == 0 ? r.Next(0, 0x10000) : r.Next(0x20, 0x7f));
                }
            });

            Assert.Null(Record.Exception(() => (SmallTalk.Detect(text), ProofRequest.Is(text), WhoIsQuestion.NameIn(text), OtherLanguage.Is(text))));
        }
    }
}
