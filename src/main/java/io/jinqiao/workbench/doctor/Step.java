package io.jinqiao.workbench.doctor;

/** One thing that was looked at. @param detail what was seen, what is wrong, or what is missing to look */
public record Step(Probe probe, Mark mark, String detail) {
    public enum Mark {
        GOOD("✓"),
        BAD("✗"),
        UNCHECKED("–");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    public String line() {
        return mark.sign() + " " + probe.chinese() + " / " + probe.english() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
