using System.CommandLine;
using System.Text;

namespace RiskEngine.Cli.Completions;

/// <summary>
/// Scripts by which shells complete command lines: words are in the script, so that completing starts no process. Where no word fits, file
/// names are offered.
/// </summary>
internal static class CompletionScript
{
    /// <summary>The script for a shell.</summary>
    /// <param name="shell">The shell.</param>
    /// <param name="program">The program, with all its commands.</param>
    public static string Of(Shell shell, Command program)
    {
        IReadOnlyList<CompletedCommand> commands = [.. CompletedCommand.Of(program)];
        return shell switch
        {
            Shell.Bash => Bash(program.Name, commands),
            Shell.Zsh => $"#compdef {program.Name}\nautoload -U +X bashcompinit && bashcompinit\n{Bash(program.Name, commands)}",
            Shell.Fish => Fish(program.Name, commands),
            _ => Pwsh(program.Name, commands),
        };
    }

    private static string Bash(string program, IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        text.Append(
            $$"""
            _{{program}}() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path="" words="" i
                COMPREPLY=()
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$path/${COMP_WORDS[i]}" in
                        {{string.Join(" | ", commands.Skip(1).Select(c => c.Path))}}) path="$path/${COMP_WORDS[i]}" ;;
                    esac
                done
                case "$path $before" in

            """
        );
        foreach (var (command, option) in WithValues(commands))
        {
            text.Append($"        \"{command.Path} {option.Name}\") ");
            text.Append($"COMPREPLY=($(compgen -W \"{Joined(option.Values)}\" -- \"$word\")); return ;;\n");
        }

        foreach (var command in commands.Where(c => c.Options.Any(TakesAnything)))
        {
            var names = command.Options.Where(TakesAnything).Select(o => $"\"{command.Path} {o.Name}\"");
            text.Append($"        {string.Join(" | ", names)}) return ;;\n");
        }

        text.Append("    esac\n    case \"$path\" in\n");
        foreach (var command in commands)
        {
            text.Append($"        \"{command.Path}\") words=\"{Joined(command.Commands.Select(c => c.Name))}\"\n");
            text.Append($"            [[ $word != -* ]] || words=\"{Joined(command.Options.Select(o => o.Name))}\" ;;\n");
        }

        text.Append(
            $$"""
                esac
                COMPREPLY=($(compgen -W "$words" -- "$word"))
            }
            complete -o default -F _{{program}} {{program}}

            """
        );
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Fish(string program, IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        foreach (var command in commands)
        {
            var steps = command.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var when =
                steps.Length == 0 ? "__fish_use_subcommand" : string.Join("; and ", steps.Select(s => $"__fish_seen_subcommand_from {s}"));
            foreach (var (name, summary) in command.Commands)
                text.Append($"complete -c {program} -n '{when}' -f -a {name} -d {Quoted(summary)}\n");
            foreach (var option in command.Options)
            {
                var value =
                    !option.TakesValue ? ""
                    : option.Values.Count == 0 ? " -r"
                    : $" -x -a '{Joined(option.Values)}'";
                var name = option.Name.StartsWith("--", StringComparison.Ordinal) ? $"-l {option.Name[2..]}" : $"-o {option.Name[1..]}";
                text.Append($"complete -c {program} -n '{when}' {name}{value} -d {Quoted(option.Summary)}\n");
            }
        }

        return text.ToString();

        static string Quoted(string summary) => $"'{summary.Replace("\\", "\\\\").Replace("'", "\\'")}'";
    }

    private static string Pwsh(string program, IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        text.Append($"Register-ArgumentCompleter -Native -CommandName {program} -ScriptBlock {{\n");
        text.Append("    param($word, $ast, $cursor)\n    $words = @{\n");
        foreach (var command in commands)
            text.Append($"        '{command.Path}' = {List(command.Words)}\n");
        text.Append("    }\n    $values = @{\n");
        foreach (var (command, option) in WithValues(commands))
            text.Append($"        '{command.Path} {option.Name}' = {List(option.Values)}\n");
        text.Append(
            """
                }
                $path = ''
                $before = ''
                foreach ($part in $ast.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor }) {
                    if ($words.ContainsKey("$path/$part")) { $path = "$path/$part" }
                    $before = "$part"
                }
                $found = if ($values.ContainsKey("$path $before")) { $values["$path $before"] } else { $words[$path] }
                $found | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """
        );
        return text.ToString().ReplaceLineEndings("\n");

        static string List(IEnumerable<string> words) => $"@({string.Join(", ", words.Select(w => $"'{w}'"))})";
    }

    private static bool TakesAnything(CompletedOption option) => option.TakesValue && option.Values.Count == 0;

    private static IEnumerable<(CompletedCommand Command, CompletedOption Option)> WithValues(IEnumerable<CompletedCommand> commands) =>
        commands.SelectMany(c => c.Options.Where(o => o.Values.Count > 0).Select(o => (c, o)));

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words);
}
