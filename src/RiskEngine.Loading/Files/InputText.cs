using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Files;

/// <summary>Turns the bytes of an input file into text: UTF-8, with or without a byte-order mark.</summary>
internal static class InputText
{
    private static readonly UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The text without its byte-order mark, or null after an error that names the place of the first byte that is not UTF-8.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, DiagnosticBag diagnostics)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            diagnostics.Error(
                new SourceLocation(file, 1, 1),
                "expected a text file in UTF-8, found UTF-16: save it again as UTF-8 (in Excel: 'CSV UTF-8')"
            );
            return null;
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            var found = e.BytesUnknown is { Length: > 0 } unknown ? $"the byte 0x{unknown[0]:X2}" : "other bytes";
            diagnostics.Error(
                new SourceLocation(
                    file,
                    before.Count((byte)'\n') + 1,
                    strict.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1
                ),
                $"expected a text file in UTF-8, found {found}, which is not: save it again as UTF-8"
            );
            return null;
        }
    }
}
