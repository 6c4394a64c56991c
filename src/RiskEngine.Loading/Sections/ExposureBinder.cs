using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Sections;

/// <summary>Binds who gains and who loses by a thesis.</summary>
internal static class ExposureBinder
{
    public static IReadOnlyList<ThesisExposure> Bind(BindingScope scope, string thesis)
    {
        var exposures = new List<ThesisExposure>();
        foreach (var (id, reader) in scope.SectionOf(thesis, ThesisKeys.Exposures, "exposure"))
        {
            var who = reader.Reference(ExposureKeys.Who, scope.Ids.InstrumentsAndGroups);
            var factor = reader.Reference(ExposureKeys.Factor, scope.Ids.Factors);
            var size = reader.Number(ExposureKeys.Size);
            var claim = ClaimReader.One(reader, ExposureKeys.Claim, thesis, scope);
            var gains = reader.OptionalBoolean(ExposureKeys.Gains) ?? size > 0;
            if (scope.Instruments.FirstOrDefault(i => i.Id.Value == who)?.Pricing is { } pricing)
            {
                reader.Refuse(
                    ExposureKeys.Who,
                    $"expected a group or an instrument that moves by exposures, found '{who}' of kind '{pricing.Kind.Name}', which is "
                        + $"priced from others"
                );
            }

            scope.Source(ThesisKeys.Exposures, id, reader, ExposureKeys.All, thesis);
            if (!reader.Finish())
                continue;
            var isGroup = scope.Ids.Groups.Contains(who);
            exposures.Add(
                new ThesisExposure(
                    isGroup ? scope.MembersOf(who) : [new Id<Instrument>(who)],
                    isGroup ? new Id<InstrumentGroup>(who) : null,
                    new Id<RiskFactor>(factor),
                    size,
                    claim,
                    gains
                )
            );
        }

        return exposures;
    }
}
