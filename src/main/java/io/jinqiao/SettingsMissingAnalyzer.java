package io.jinqiao;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the list instead of a stack trace. */
final class SettingsMissingAnalyzer extends AbstractFailureAnalyzer<SettingsMissing> {
    @Override
    protected FailureAnalysis analyze(Throwable root, SettingsMissing cause) {
        return new FailureAnalysis(
                "These settings are missing or point to nothing / 缺少以下配置:" + System.lineSeparator() + cause.getMessage(),
                "Set them by environment, command line or application.yaml beside the jar. To try the gateway without any"
                        + " of them, start the demonstration of the workbench.",
                cause);
    }
}
