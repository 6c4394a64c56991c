namespace RiskEngine.Importing.Text;

/// <summary>
/// How much a text looks as if its character set was guessed rightly: words of financial tables count much, common characters a little,
/// and what hardly stands in such files counts against it.
/// </summary>
internal static class Plausibility
{
    /// <summary>Characters of the headings and names that stand in tables of holdings and prices, per character set.</summary>
    private static readonly Dictionary<string, string> common = new(StringComparer.Ordinal)
    {
        ["gb18030"] =
            "的日期代码名称数量价格现金市值盈亏成本收开高低盘股票证券持仓可用余额合计总币种美元港人民交易买卖入出成额费手续时间基中国公司集团"
            + "银行平安贵州茅台腾讯控苹果单位净资产浮动比例最新今涨跌幅前复权后账户沪深市场上海圳香",
        ["big5"] =
            "的日期代碼號名稱數量價格現金市值盈虧損成本收開高低盤股票證券持倉庫存可用餘額合計總幣種別美元港人民交易買賣入出額費手續時間基金"
            + "台積電公司集團銀行單位淨資產比例最新今漲跌幅帳戶市場上海香臺",
        ["shift_jis"] =
            "日付銘柄名称数量保有株価現在値評価額損益取得単価口座特定一般合計円米国投資信託証券市場終始高安出来売買約定入金手料通貨"
            + "コードトヨタソニーグループ自動車コード",
    };

    /// <summary>A higher figure is a more plausible text; comparable between readings of the same bytes.</summary>
    public static double Of(string text, string characterSet)
    {
        var (score, beyond) = (0.0, 0);
        var known = common.GetValueOrDefault(characterSet, "");
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character < 128)
                continue;
            beyond++;
            score +=
                characterSet == "windows-1252" ? Western(text, i)
                : known.Contains(character) ? 2
                : Eastern(character);
        }

        return beyond == 0 ? 0 : score / beyond;
    }

    /// <summary>An accented letter stands in a word of plain letters; symbols stand beside numbers.</summary>
    private static double Western(string text, int at)
    {
        var character = text[at];
        if (char.IsLetter(character))
        {
            var besideLetter = IsPlainLetter(text, at - 1) || IsPlainLetter(text, at + 1);
            var besideForeign = IsForeign(text, at - 1) || IsForeign(text, at + 1);
            return (besideLetter ? 1.5 : -1) - (besideForeign ? 2 : 0);
        }

        return character is '€' or '£' or '¥' or '\u00A0' or '–' or '—' or '’' or '‘' or '“' or '”' or '®' or '™' or '°' or '§' ? 1 : -1;
    }

    private static bool IsPlainLetter(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetter(text[at]);

    private static bool IsForeign(string text, int at) => at >= 0 && at < text.Length && text[at] >= 128;

    private static double Eastern(char character) =>
        character switch
        {
            >= '\u3040' and <= '\u30FF' => 0.8, // kana
            >= '\uFF61' and <= '\uFF9F' => -1, // half-width kana: what other sets look like as Shift-JIS
            >= '\u4E00' and <= '\u9FFF' => 0.3,
            >= '\u3000' and <= '\u303F' => 0.3, // punctuation
            >= '\uFF00' and <= '\uFF60' => 0.3, // full-width forms
            '￥' or '£' or '·' or '—' or '’' or '“' or '”' => 0.2,
            _ => -1,
        };
}
