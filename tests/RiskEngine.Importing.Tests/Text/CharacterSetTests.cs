using System.Text;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tests.Text;

public sealed class CharacterSetTests
{
    [TestCase("utf-8", "Währung;Stück;Ünïcode €")]
    [TestCase("gb18030", "代码,名称,数量,现价,市值\n600519,贵州茅台,100")]
    [TestCase("gb18030", "日期,开盘,收盘,最高,最低,成交量")]
    [TestCase("big5", "股票代號,股票名稱,庫存股數,現價,市值\n2330,台積電,1000")]
    [TestCase("shift_jis", "銘柄コード,銘柄名,保有数量,現在値,評価額\n7203,トヨタ自動車,200")]
    [TestCase("windows-1252", "Stück;Währung;Kurs in €\n10;Münchener Rück;5")]
    [TestCase("windows-1252", "Libellé;Quantité;Société Générale;Crédit Agricole")]
    [TestCase("utf-16", "代码,Name,Währung")]
    public void A_text_comes_back_from_its_own_character_set(string name, string text)
    {
        var encoding =
            name == "utf-8" ? new UTF8Encoding(false)
            : name == "utf-16" ? new UnicodeEncoding()
            : CharacterSet.Named(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];

        Assert.That(CharacterSet.Decode(bytes), Is.EqualTo((text, name)));
    }

    [Test]
    public void UTF_16_is_known_without_a_mark() =>
        Assert.That(
            CharacterSet.Decode(new UnicodeEncoding(true, false).GetBytes("Symbol,Quantity,Price\n")),
            Is.EqualTo(("Symbol,Quantity,Price\n", "utf-16be"))
        );
}
