using System.Reflection;
using Bot.Answers.Model;
using Bot.Answers.Rendering;
using Bot.Answers.Texts;

namespace Bot.Answers.Tests;

public sealed class FloorTests
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<Type> ForAdapters =>
    [
        typeof(Answer), typeof(Section), typeof(FactCard), typeof(StatusBadge), typeof(Citation), typeof(FollowUp), typeof(Request),
        typeof(RequestError), typeof(Outcome), typeof(CommandDescription), typeof(ParameterDescription),
        typeof(Completion), typeof(AdapterTexts), typeof(PlainTextRenderer),
    ];

    [Theory]
    [MemberData(nameof(ForAdapters), DisableDiscoveryEnumeration = true)]
    public void What_adapters_need_shows_nothing_of_the_floors_below(Type type)
    {
        var shown = Signature(type).SelectMany(Parts).Select(t => t.Assembly.GetName().Name).Distinct();

        Assert.Empty(shown.Intersect(["Bot.Facts", "Bot.Search"]));
    }

    [Fact]
    public void Only_the_answerer_and_the_trial_of_a_chapter_take_the_base()
    {
        var exposing = typeof(Answerer).Assembly.GetExportedTypes()
            .Where(type => Signature(type).SelectMany(Parts).Any(t => t.Assembly.GetName().Name is "Bot.Facts" or "Bot.Search"));

        Assert.Equal([typeof(Answerer), typeof(ChapterTrial)], exposing);
    }

    private static IEnumerable<Type> Signature(Type type) =>
    [
        .. type.GetInterfaces(),
        type.BaseType ?? typeof(object),
        .. type.GetProperties(Visible).Select(p => p.PropertyType),
        .. type.GetFields(Visible).Select(f => f.FieldType),
        .. type.GetMethods(Visible).Select(m => m.ReturnType),
        .. type.GetMethods(Visible).Cast<MethodBase>().Concat(type.GetConstructors(Visible)).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType),
    ];

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetGenericArguments().SelectMany(Parts).Append(type.HasElementType ? type.GetElementType()! : type);
}
