package io.jinqiao.workbench.proof;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code evidence}: what can be done with an evidence pack. */
@Command(
        name = "evidence",
        description = {"Evidence packs.", "存证包。"},
        subcommands = {VerifyPackCommand.class})
public final class EvidenceCommand implements Runnable {
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name what to do: verify. / 请指定操作：verify。");
    }
}
