using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RiskEngine.Tests.Architecture;

/// <summary>What the code of a compiled assembly calls and what texts it holds, by the outermost type that does.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> codes = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Each member of other assemblies that is called, as <c>Namespace.Type.Member</c>, with the first parameter of constructors
    /// behind it where that is a text: <c>System.IO.StreamReader..ctor(string)</c>.</summary>
    public static IReadOnlyList<(string By, string Member)> Calls(string project) =>
        Read(project, (metadata, code, token) => code.OperandType == OperandType.InlineMethod ? Member(metadata, token) : null);

    /// <summary>Each text that is written in the code.</summary>
    public static IReadOnlyList<(string By, string Text)> Texts(string project) =>
        Read(
            project,
            (metadata, code, token) =>
                code.OperandType == OperandType.InlineString ? metadata.GetUserString(MetadataTokens.UserStringHandle(token)) : null
        );

    private static List<(string By, string Found)> Read(string project, Func<MetadataReader, OpCode, int, string?> read)
    {
        using var file = new PEReader(File.OpenRead(Layout.AssemblyPathOf(project)));
        var metadata = file.GetMetadataReader();
        var found = new List<(string, string)>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            var by = Outermost(metadata, method.GetDeclaringType());
            foreach (var (code, operand) in Of(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
            {
                if (read(metadata, code, operand) is { } text)
                    found.Add((by, text));
            }
        }

        return found;
    }

    /// <summary>Opcodes with the first four bytes of their operands (ECMA-335, partition III).</summary>
    private static IEnumerable<(OpCode Code, int Operand)> Of(byte[] il)
    {
        var at = 0;
        while (at < il.Length)
        {
            int value = il[at++];
            if (value == 0xFE)
                value = 0xFE00 | il[at++];
            var code = codes[value];
            var size = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
            yield return (code, size >= 4 ? BitConverter.ToInt32(il, at) : 0);
            at += size;
        }
    }

    private static string? Member(MetadataReader metadata, int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        if (handle.Kind == HandleKind.MethodSpecification)
            handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind != HandleKind.MemberReference)
            return null;
        var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        if (member.Parent.Kind != HandleKind.TypeReference)
            return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        var name = $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
        return name.EndsWith("..ctor", StringComparison.Ordinal) && TakesText(metadata.GetBlobReader(member.Signature))
            ? $"{name}(string)"
            : name;
    }

    /// <summary>Whether the first parameter of a constructor is a string (ECMA-335, II.23.2.2: header, count, void, parameters).</summary>
    private static bool TakesText(BlobReader signature)
    {
        signature.ReadByte();
        return signature.ReadCompressedInteger() > 0
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.Void
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.String;
    }

    private static string Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        return metadata.GetString(type.Name);
    }
}
