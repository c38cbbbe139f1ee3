package io.jinqiao.workbench.opinion;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code opinion}: what can be done with a sealed opinion. */
@Command(
        name = "opinion",
        description = {"Sealed opinions.", "审批意见。"},
        subcommands = {VerifyOpinionCommand.class})
public final class OpinionCommand implements Runnable {
    @Override
    public void run() {
        throw new CommandLine.ParameterException(new CommandLine(this), "Name what to do: verify. / 请指定操作：verify。");
    }
}
