using System.Security.Cryptography;
using System.Text;

namespace RiskEngine.Serving.Access;

/// <summary>
/// The secret of one server: whoever knows it may use it. It is the first part of every address, so that no cookie is kept that a
/// browser would send along with what another page asks for.
/// </summary>
/// <param name="text">The secret as it stands in addresses.</param>
internal sealed class AccessToken(string text)
{
    private const int Bytes = 24;

    private readonly byte[] secret = Encoding.UTF8.GetBytes(text);

    /// <summary>A new one of 192 random bits.</summary>
    public static AccessToken Create() => new(RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));

    /// <summary>The secret as it stands in addresses.</summary>
    public string Text => text;

    /// <summary>Whether a text is the secret. How long that takes says nothing of how much of it is right.</summary>
    public bool Is(string? given) =>
        given is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(secret));
}
