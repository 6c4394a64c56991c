using RiskEngine.Abstractions.Market;
using RiskEngine.Loading.Binding;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds <c>copula</c>; without it the Gaussian one.</summary>
internal static class CopulaBinder
{
    public static Copula Bind(MappingReader root)
    {
        if (root.Mapping(ScenarioKeys.Copula) is not { } reader)
            return Copula.Gaussian;
        var copula = new Copula(reader.Number(CopulaKeys.DegreesOfFreedom));
        return reader.Finish() ? copula : Copula.Gaussian;
    }
}
