namespace RiskEngine.Articles.Documents;

/// <summary>Works out headings, boilerplate, sentences and tables of what a reader found.</summary>
internal static class DocumentBuilder
{
    /// <summary>Longest paragraph that may be a heading or a label before a colon.</summary>
    private const int LongestLabel = 24;

    /// <summary>Fills an article.</summary>
    public static ArticleText Build(ArticleText article, IEnumerable<RawBlock> found, ArticleHead head)
    {
        var raw = found.SelectMany(PartLabel).Where(b => b.Prose.Text.Length > 0 || b.Cells.Count > 0).ToList();
        var blocks = new List<Block>(raw.Count);
        var sentences = new List<Sentence>();
        var tables = new List<ArticleTable>();
        var headings = new List<Block>();
        var rows = new List<TableRow>();
        Block? caption = null;
        for (var i = 0; i < raw.Count; i++)
        {
            var (kind, level) = (raw[i].Kind, raw[i].Level);
            if (kind == BlockKind.Heading)
                headings.RemoveAll(h => h.Level >= level);
            var role = kind == BlockKind.Heading ? Sections.Of(raw[i].Prose.Text) : SectionRole.None;
            var block = new Block
            {
                Kind = kind,
                Level = level,
                Prose = raw[i].Prose,
                Headings = [.. headings],
                HeadingRole = role,
                IsBoilerplate = IsBoilerplate(raw[i], role, headings),
            };
            blocks.Add(block);
            if (raw[i].StartsTable)
            {
                caption = CaptionOf(blocks);
                rows = [];
            }

            var parts = kind is BlockKind.Heading or BlockKind.TableRow ? [raw[i].Prose] : SentenceSplitter.Split(raw[i].Prose);
            foreach (var part in parts)
                sentences.Add(new Sentence(sentences.Count + 1, article.LineOf(part.Span.Start), part, block));
            if (kind == BlockKind.TableRow)
            {
                rows.Add(new TableRow(sentences[^1], raw[i].Cells));
                if (i + 1 == raw.Count || raw[i + 1].Kind != BlockKind.TableRow || raw[i + 1].StartsTable)
                    tables.Add(new ArticleTable(caption, rows));
            }

            if (kind == BlockKind.Heading)
                headings.Add(block);
        }

        article.Blocks = blocks;
        article.Sentences = sentences;
        article.Tables = tables;
        article.Head = head with { Title = head.Title ?? blocks.Find(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Prose.Text };
        article.IsChinese = IsChinese(article.Text);
        return article;
    }

    /// <summary><c>风险提示：...</c> in one paragraph is a heading and what stands under it.</summary>
    private static IEnumerable<RawBlock> PartLabel(RawBlock block)
    {
        if (block.Kind is BlockKind.Paragraph && LabelLength(block.Prose.Text) is > 0 and var length)
        {
            yield return new RawBlock(BlockKind.Heading, 8, block.Prose.Part(0, length));
            yield return block with
            {
                Prose = block.Prose.Part(length + 1, block.Prose.Text.Length - length - 1),
            };
        }
        else
        {
            yield return block;
        }
    }

    private static int LabelLength(string text)
    {
        var colon = text.AsSpan(0, Math.Min(text.Length, LongestLabel + 1)).IndexOfAny('：', ':');
        return colon > 0 && Sections.Of(text[..colon]) != SectionRole.None ? colon : 0;
    }

    private static bool IsBoilerplate(RawBlock block, SectionRole role, List<Block> headings) =>
        role == SectionRole.Boilerplate
        || headings.Exists(h => h.HeadingRole == SectionRole.Boilerplate)
        || Boilerplate.Is(block.Prose.Text);

    /// <summary>The block before the one that was added last, where it can be a table's caption.</summary>
    private static Block? CaptionOf(List<Block> blocks)
    {
        if (blocks.Count < 2)
            return null;
        var before = blocks[^2];
        var isCaption =
            before.Kind == BlockKind.Heading
            || (before.Kind == BlockKind.Paragraph && (before.Prose.Text.Length <= 60 || before.Prose.Text[^1] is ':' or '：'));
        return isCaption ? before : null;
    }

    private static bool IsChinese(string text)
    {
        var (chinese, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (Characters.IsChinese(text[i]))
                chinese++;
            else if (text[i] == ' ')
                words++;
        }

        return chinese > words;
    }
}
