package plantao.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plantao completion SHELL`: what a shell needs to complete verbs and options.
@Command(
        name = "completion",
        description = "Print a script that lets the shell complete verbs and options.",
        footer = {
            "",
            "  bash  echo 'source <(plantao completion bash)' >> ~/.bashrc",
            "  zsh   echo 'source <(plantao completion zsh)' >> ~/.zshrc",
            "  fish  plantao completion fish > ~/.config/fish/completions/plantao.fish"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:printed", "2:the arguments are wrong"})
final class CompletionCommand implements Callable<Integer> {
    /// The shells there is a script for.
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    /// Their names as they are typed.
    static final class Names extends OptionNames {
        Names() {
            super(Shell.values());
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.", completionCandidates = Names.class)
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        String name = spec.root().name();
        // picocli's script for bash turns on zsh's own understanding of it where it is read by zsh.
        spec.commandLine()
                .getOut()
                .print(shell == Shell.FISH ? FishCompletion.of(root) : AutoComplete.bash(name, root));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
