package io.jinqiao.workbench;

import io.jinqiao.workbench.development.PlainSentence;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in a sentence why a command could not do its work; the trace only of what nobody foresaw. */
final class PlainWords implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
        String sentence = isToldToStop() ? "已中止，未全部完成。 / Stopped before all was done." : PlainSentence.known(failure);
        if (sentence == null) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println(command.getColorScheme().errorText(sentence));
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** While the process ends by Ctrl-C or a signal, everything it used goes away under it: what fails then is nobody's failure. */
    private static boolean isToldToStop() {
        Thread nothing = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException underWay) {
            return true;
        }
    }
}
