package io.jinqiao.evidence;

import java.util.List;
import java.util.Locale;

/** What the check of a pack came to, step by step. */
public record PackVerdict(List<Step> steps) {

    public PackVerdict {
        steps = List.copyOf(steps);
    }

    public enum Check {
        PACKAGE("文件清单", "files"),
        COVER("封面页", "cover page"),
        STATEMENT("记录清单声明", "list of records"),
        RECORD("原始字节与记录", "bytes and record"),
        SIGNATURE("签名", "signature"),
        CERTIFICATE("证书", "certificate"),
        REVOCATION("吊销状态", "revocation"),
        LINK("链节", "link"),
        CHAIN("前后链节", "neighbours on the chain"),
        SEAL("封存批次", "seal"),
        TIME_STAMP("时间戳", "time-stamp");

        private final String chinese;
        private final String english;

        Check(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String text(Locale locale) {
            return locale.getLanguage().equals("zh") ? chinese : english;
        }
    }

    public enum Outcome {
        OK("通过", "ok"),
        REFUSED("不通过", "REFUSED"),
        NOT_CHECKED("未核验", "not checked");

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

    /**
     * @param scope {@code pack}, or the number of a record in the pack
     * @param reason why it is so
     * @param detail file, digest, instant or code concerned; empty when there is nothing to add
     */
    public record Step(String scope, Check check, Outcome outcome, PackReason reason, String detail) {}

    public boolean refused() {
        return steps.stream().anyMatch(s -> s.outcome == Outcome.REFUSED);
    }

    /** Nothing refused and nothing left unchecked. */
    public boolean complete() {
        return steps.stream().allMatch(s -> s.outcome == Outcome.OK);
    }

    /** 0 all checked, 1 refused, 2 nothing refused but incompletely checked. */
    public int exitCode() {
        if (refused()) {
            return 1;
        }
        return complete() ? 0 : 2;
    }

    /** One line for each step and one at the end, for a terminal. */
    public String text(Locale locale) {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            text.append(String.format(
                    "%-5s %-12s %s: %s%s%n",
                    step.scope,
                    step.outcome.text(locale),
                    step.check.text(locale),
                    step.reason.text(locale),
                    step.detail.isEmpty() ? "" : " (" + step.detail + ")"));
        }
        return text.append(conclusion(locale)).append(System.lineSeparator()).toString();
    }

    private String conclusion(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return switch (exitCode()) {
            case 0 -> chinese ? "结论：全部核验通过" : "Conclusion: everything was checked and holds";
            case 1 -> chinese ? "结论：不通过" : "Conclusion: refused";
            default -> chinese ? "结论：未发现不符，但核验不完整" : "Conclusion: nothing is wrong, but not everything could be checked";
        };
    }
}
