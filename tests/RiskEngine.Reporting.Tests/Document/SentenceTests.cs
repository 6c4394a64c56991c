using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Tests.Document;

internal sealed class SentenceTests
{
    private static readonly Prose loss = Prose.Strong(LocalText.Same("5%"));
    private static readonly LocalText core = new("the core", "核心组合");

    [Test]
    public void Each_language_orders_the_holes_its_own_way_and_keeps_their_stress()
    {
        var sentence = Sentence.Of("{who} loses {loss}.", "损失 {loss} 的是{who}。", ("who", core), ("loss", loss));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sentence.Text, Is.EqualTo(new LocalText("the core loses 5%.", "损失 5% 的是核心组合。")));
            Assert.That(sentence.English[2], Is.EqualTo(new Span("5%", Emphasis.Strong)));
            Assert.That(sentence.Chinese[1], Is.EqualTo(new Span("5%", Emphasis.Strong)));
        }
    }

    [Test]
    public void A_plain_sentence_takes_letters_that_read_the_same() =>
        Assert.That(
            Sentence.Plain("{count} paths of {who}", "{who}的 {count} 条路径", ("count", "1,000"), ("who", core)),
            Is.EqualTo(new LocalText("1,000 paths of the core", "核心组合的 1,000 条路径"))
        );

    [Test]
    public void What_fills_a_hole_is_never_read_as_a_template() =>
        Assert.That(Sentence.Plain("{a}{b}", "{b}{a}", ("a", "{b}"), ("b", "x")), Is.EqualTo(new LocalText("{b}x", "x{b}")));

    [TestCase("{a} and {b}", "{a}", "a,b", "Chinese")]
    [TestCase("{a}", "{a}与{b}", "a", "Chinese")]
    [TestCase("{a}", "{a}", "a,b", "English")]
    [TestCase("words", "{a}", "a", "English")]
    public void Holes_that_differ_are_refused_and_named(string english, string chinese, string names, string language)
    {
        (string, TextHole)[] holes = [.. names.Split(',').Select(n => (n, (TextHole)"x"))];
        Assert.That(
            () => Sentence.Plain(english, chinese, holes),
            Throws.ArgumentException.With.Message.Contains(language).And.Message.Contains(english)
        );
    }
}
