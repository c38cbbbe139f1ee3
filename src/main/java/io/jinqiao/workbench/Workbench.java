package io.jinqiao.workbench;

import io.jinqiao.workbench.bench.Bench;
import io.jinqiao.workbench.certs.CertsCommand;
import io.jinqiao.workbench.check.Check;
import io.jinqiao.workbench.conformance.ConformanceCommand;
import io.jinqiao.workbench.demo.Demo;
import io.jinqiao.workbench.doctor.DoctorCommand;
import io.jinqiao.workbench.opinion.OpinionCommand;
import io.jinqiao.workbench.partner.NewPartnerCommand;
import io.jinqiao.workbench.partner.SamplesCommand;
import io.jinqiao.workbench.proof.EvidenceCommand;
import io.jinqiao.workbench.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The tools of the integration engineer. Exit code 0 only when all is well. */
@Command(
        name = "jinqiao-workbench",
        description = {"The tools of the integration engineer.", "集成工程师工具箱。"},
        subcommands = {Demo.class, Check.class, DoctorCommand.class, CertsCommand.class, SimulateCommand.class, NewPartnerCommand.class, SamplesCommand.class, ConformanceCommand.class, EvidenceCommand.class, OpinionCommand.class, Bench.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true)
public final class Workbench implements Runnable {
    @Spec
    CommandSpec spec;

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "workbench/logback-tools.xml");
        System.exit(commands().execute(args));
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Workbench());
        commands.getSubcommands().values().forEach(Workbench::helpful);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PlainWords());
    }

    /** Every command, and every command of a command, answers --help. */
    private static void helpful(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.mixinStandardHelpOptions() && spec.optionsMap().get("--help") == null) {
            spec.mixinStandardHelpOptions(true);
        }
        command.getSubcommands().values().forEach(Workbench::helpful);
    }

    /** Nothing ran is a failure. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command. / 请指定命令。");
    }
}
