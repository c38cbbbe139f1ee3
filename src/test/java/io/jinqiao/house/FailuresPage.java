package io.jinqiao.house;

import io.jinqiao.message.FailureCode;
import java.util.Locale;
import java.util.Map;

/** {@code docs/failures.md} as the catalogue in the code gives it. */
final class FailuresPage {
    private static final String HEAD = """
            # What can be refused, and what to do

            Generated from `FailureCode`; a test holds the two together. To write it anew:
            `mvn test -Dtest=FailuresPageTest -Djinqiao.docs.write=true`.

            A refusal names every problem at once, each with our field and, where known, the partner's own. `{0}` and the like are filled in:
            limits, known words, alternatives; never values of the message.

            | kind | what it means for the sender |
            |---|---|
            | definite | send nothing again unchanged: correct it first. The same bytes get the same stored answer. |
            | alarm | as definite, and somebody here is woken: a signature, a certificate or a number that must not be used twice |
            | passing | send the same message again later; nothing was stored |

            """;
    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("envelope", "Envelope and frame"),
            Map.entry("signature", "Signature"),
            Map.entry("certificate", "Certificate"),
            Map.entry("channel", "Channel"),
            Map.entry("freshness", "Freshness"),
            Map.entry("field", "Fields"),
            Map.entry("file", "Files"),
            Map.entry("session", "Sessions"),
            Map.entry("once", "Once"),
            Map.entry("operation", "In service"),
            Map.entry("gate", "Gates"),
            Map.entry("loan", "Loan"),
            Map.entry("opinion", "Approval opinion"),
            Map.entry("registration", "Registration"),
            Map.entry("repayment", "Repayment"),
            Map.entry("deduction", "Deduction"),
            Map.entry("reconciliation", "Reconciliation"),
            Map.entry("collection", "Collection"),
            Map.entry("assessment", "Assessment"),
            Map.entry("risk", "Risk"),
            Map.entry("attachment", "Attachments"),
            Map.entry("evidence", "Evidence"),
            Map.entry("store", "Store"),
            Map.entry("core", "Core system"),
            Map.entry("gateway", "Gateway"),
            Map.entry("partner", "Partner"));

    private FailuresPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(HEAD);
        String open = "";
        for (String group : groups()) {
            for (FailureCode code : FailureCode.values()) {
                if (!group(code).equals(group)) {
                    continue;
                }
                if (!open.equals(group)) {
                    page.append("## ").append(GROUPS.getOrDefault(group, group)).append("\n\n");
                    page.append("| code | kind | 中文 | English |\n|---|---|---|---|\n");
                    open = group;
                }
                page.append(row(code));
            }
            page.append('\n');
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static Iterable<String> groups() {
        return java.util.Arrays.stream(FailureCode.values()).map(FailuresPage::group).distinct().toList();
    }

    private static String group(FailureCode code) {
        return code.code().substring(0, code.code().indexOf('.'));
    }

    private static String row(FailureCode code) {
        return "| `" + code.code() + "` | " + code.kind().name().toLowerCase(Locale.ROOT) + " | "
                + cell(code.pattern(Locale.CHINESE)) + " | " + cell(code.pattern(Locale.ENGLISH)) + " |\n";
    }

    private static String cell(String pattern) {
        return pattern.replace("''", "'").replace("|", "\\|");
    }
}
