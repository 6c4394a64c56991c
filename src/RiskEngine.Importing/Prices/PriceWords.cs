using System.Collections.Frozen;
using RiskEngine.Importing.Formats;

namespace RiskEngine.Importing.Prices;

/// <summary>What a heading of a price table says of its column.</summary>
internal enum PriceColumn
{
    /// <summary>Nothing that is known: the name of an instrument, or something else.</summary>
    Other,

    /// <summary>The date.</summary>
    Date,

    /// <summary>The instrument, in a long table.</summary>
    Ticker,

    /// <summary>Closes adjusted for dividends and splits.</summary>
    AdjustedClose,

    /// <summary>Closes.</summary>
    Close,

    /// <summary>What no price history takes: opens, highs, lows, volumes, changes, dividends, factors.</summary>
    Ignored,
}

/// <summary>The headings of vendors' price tables.</summary>
internal static class PriceWords
{
    private static readonly FrozenDictionary<string, PriceColumn> columns = Index([
        (
            PriceColumn.Date,
            "date|dates|exchange date|price date|valuation date|datetime|timestamp|time|trade date|trading "
                + "date|trade_date|datum|日期|交易日期|时间|時間|日付|年月日|data|dt|day|净值日期|指标名称|交易日|日付け|date (utc)"
        ),
        (
            PriceColumn.Ticker,
            "ticker|symbol|code|ts_code|instrument|asset|secid|permno|stock code|security|isin|name|代码|股票代码|证券代码|股票代號|证券简称|名称|銘柄|コード"
        ),
        (
            PriceColumn.AdjustedClose,
            "adj close|adj. close|adj_close|adjclose|adjusted close|adjusted_close|5. adjusted close|adjusted closing price|close adjusted|"
                + "total return|nav adjusted|前复权收盘|前复权|后复权|复权收盘价|复权净值|累计净值|調整後終値|調整後終値*|adjusted price"
        ),
        (
            PriceColumn.Close,
            "close|schluss|closing price|close/last|4. close|last|last "
                + "price|price|px_last|settle|settlement|nav|close price|schluss|schlusskurs|"
                + "letzter|zuletzt|kurs|slotkoers|koers|clôture|cours|dernier|cierre|chiusura|收盘|收盘价|收盤價|收盤|最新价|单位净值|終値|ultimo"
        ),
        (
            PriceColumn.Ignored,
            "open|high|low|volume|px_open|px_high|px_low|px_volume|px open|px high|px "
                + "low|net|%chg|flow|bid|ask|eröffn.|+/- %|erster "
                + "kurs|stuecke|volumen|tageshoch|tagestief|umsatz in stück|divcash|splitfactor|adjopen|"
                + "adjhigh|adjlow|adjvolume|前收盘价|均价|股价涨跌|売買代金|vol|vol.|turnover|change|change %|chg|change%|"
                + "pct_chg|pct chg|pre_close|amount|open interest|openint|"
                + "1. open|2. high|3. low|5. volume|6. volume|7. dividend amount|8. split coefficient|dividend "
                + "amount|dividend_amount|split coefficient|split_coefficient|"
                + "dividends|stock splits|capital gains|adj factor|adj_factor|unadjustedvolume|vwap|trades|number of trades|average|"
                + "ouverture|haut|bas|eröffnung|hoch|tief|hoog|laag|erster|umsatz|stücke|veränderung|abertura|最高|最低|开盘|开盘价|最高价|最低价|"
                + "成交量|成交额|振幅|涨跌幅|涨跌额|换手率|昨收|前收盘|開盤價|最高價|最低價|成交量(股)|成交股數|成交金額|漲跌價差|成交筆數|"
                + "始値|高値|安値|出来高|売買高|前日比|前日比%|変化率 %|日增长率|申购状态|adj open|adj high|adj low|adj volume|market cap|currency|exchange"
        ),
    ]);

    private static readonly FrozenSet<string> yahoo = new[]
    {
        "open",
        "high",
        "low",
        "close",
        "adj close",
        "volume",
        "dividends",
        "stock splits",
        "capital gains",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a heading says.</summary>
    public static PriceColumn Of(string heading)
    {
        foreach (var (form, _) in Heading.Forms(heading.Trim('<', '>')))
        {
            if (columns.TryGetValue(form, out var column))
                return column;
        }

        return PriceColumn.Other;
    }

    /// <summary>The instrument of a column that names its field too: <c>贵州茅台:收盘价</c>.</summary>
    public static string WithoutField(string heading)
    {
        var at = heading.LastIndexOfAny([':', '：']);
        return at > 0 && Of(heading[(at + 1)..]) is PriceColumn.Close or PriceColumn.AdjustedClose ? heading[..at].Trim() : heading;
    }

    /// <summary>Whether it is a field of prices of whatever vendor: a close, or what no history takes.</summary>
    public static bool IsField(string heading) => Of(heading) is PriceColumn.Close or PriceColumn.AdjustedClose or PriceColumn.Ignored;

    /// <summary>Whether it is one of the fields that yfinance puts in its first header row.</summary>
    public static bool IsYahooField(string heading) => yahoo.Contains(Heading.Plain(heading));

    private static FrozenDictionary<string, PriceColumn> Index((PriceColumn Column, string Words)[] lists)
    {
        var index = new Dictionary<string, PriceColumn>(StringComparer.Ordinal);
        foreach (var (column, words) in lists)
        {
            foreach (var word in words.Split('|'))
                index.TryAdd(Heading.Plain(word), column);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
