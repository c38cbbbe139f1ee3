package io.jinqiao.opinion;

import io.jinqiao.message.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the check of a sealed document came to, step by step; every failure is in it, not only the first.
 *
 * @param format {@code ofd}, {@code pdf} or {@code unknown}
 * @param opinionNo the number printed on it; null when none could be read
 */
public record DocumentVerdict(String format, @Nullable String opinionNo, List<Finding> findings) {
    private static final Set<String> NOT_IN_FORCE =
            Set.of(DocumentFault.SUPERSEDED.code(), DocumentFault.REVOKED.code(), DocumentFault.OPINION_EXPIRED.code());

    public DocumentVerdict {
        findings = List.copyOf(findings);
    }

    public enum Outcome {
        PASSED("通过", "passed"),
        FAILED("不通过", "FAILED"),
        NOT_CHECKED("未核验", "not checked"),
        NOT_APPLICABLE("不适用", "does not apply");

        private final String chinese;
        private final String english;

        Outcome(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    public enum Result {
        AUTHENTIC("真实有效，全部核验通过", "authentic and in force: everything was checked and holds"),
        REFUSED("不予认可，请勿使用", "refused: do not use it"),
        NOT_IN_FORCE("文件真实，但已不再有效，请勿使用", "authentic, but not in force any more: do not use it"),
        INCOMPLETE("未发现问题，但核验不完整", "nothing wrong was found, but not everything could be checked");

        private final String chinese;
        private final String english;

        Result(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    /**
     * @param code from {@link DocumentFault} or, for certificates, {@link io.jinqiao.message.FailureCode}; null when passed
     * @param chinese what a person reads; empty when passed
     */
    public record Finding(
            VerificationStep step, Outcome outcome, @Nullable String code, String chinese, String english) {

        public static Finding passed(VerificationStep step) {
            return new Finding(step, Outcome.PASSED, null, "", "");
        }

        public static Finding of(VerificationStep step, Outcome outcome, DocumentFault fault, String... arguments) {
            return new Finding(
                    step, outcome, fault.code(), fault.text(Locale.CHINESE, arguments), fault.text(Locale.ENGLISH, arguments));
        }

        public static Finding failed(VerificationStep step, DocumentFault fault, String... arguments) {
            return of(step, Outcome.FAILED, fault, arguments);
        }

        public static Finding failed(VerificationStep step, Problem problem) {
            return new Finding(
                    step, Outcome.FAILED, problem.code().code(), problem.text(Locale.CHINESE), problem.text(Locale.ENGLISH));
        }

        public static Finding notChecked(VerificationStep step, DocumentFault missing) {
            return of(step, Outcome.NOT_CHECKED, missing);
        }

        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    /** A document that only lost its force is authentic; anything else that failed refuses it. */
    public Result result() {
        boolean refused = with(Outcome.FAILED).stream().anyMatch(f -> !NOT_IN_FORCE.contains(String.valueOf(f.code())));
        if (refused) {
            return Result.REFUSED;
        }
        if (!with(Outcome.FAILED).isEmpty()) {
            return Result.NOT_IN_FORCE;
        }
        return with(Outcome.NOT_CHECKED).isEmpty() ? Result.AUTHENTIC : Result.INCOMPLETE;
    }

    /** The findings with this outcome. */
    public List<Finding> with(Outcome outcome) {
        return findings.stream().filter(f -> f.outcome() == outcome).toList();
    }

    /** The codes of everything that failed, in order. */
    public List<String> failures() {
        return with(Outcome.FAILED).stream().map(f -> String.valueOf(f.code())).toList();
    }

    /** 0 all checked, 1 refused, 2 authentic but incompletely checked or not in force. */
    public int exitCode() {
        return switch (result()) {
            case AUTHENTIC -> 0;
            case REFUSED -> 1;
            case NOT_IN_FORCE, INCOMPLETE -> 2;
        };
    }

    /** One line for each finding and one at the end, for a terminal. */
    public String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        for (VerificationStep step : VerificationStep.values()) {
            findings.stream().filter(f -> f.step() == step).forEach(f -> line(text, f, locale));
        }
        boolean chinese = locale.getLanguage().equals("zh");
        text.append(chinese ? "结论：" : "Conclusion: ").append(result().text(locale));
        return text.append(System.lineSeparator()).toString();
    }

    private static void line(StringBuilder text, Finding finding, Locale locale) {
        text.append(finding.outcome().text(locale)).append("  ").append(finding.step().text(locale));
        if (finding.code() != null) {
            text.append(": ").append(finding.text(locale)).append(" [").append(finding.code()).append(']');
        }
        text.append(System.lineSeparator());
    }
}
