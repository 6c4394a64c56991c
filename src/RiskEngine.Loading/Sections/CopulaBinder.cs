using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>copula</c>; without it the Gaussian one.</summary>
internal static class CopulaBinder
{
    private static readonly NumberRange degrees = new(1, 200);

    public static Copula Bind(MappingReader root)
    {
        if (root.Mapping("copula", isRequired: false) is not { } reader)
            return Copula.Gaussian;
        var copula = new Copula(reader.Number("degreesOfFreedom", degrees));
        return reader.Finish() ? copula : Copula.Gaussian;
    }
}
