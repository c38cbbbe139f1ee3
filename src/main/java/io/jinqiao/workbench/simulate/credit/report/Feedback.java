package io.jinqiao.workbench.simulate.credit.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A feedback file, clear text.
 *
 * @param name without an extension; its last character is the flag: 1 all taken, 2 refused whole, 3 taken in part
 */
public record Feedback(String name, String text) {
    static final int MOST_FLAWS = 999;
    private static final int FLAG_AT = 38;
    private static final int RIGHT_AT = 58;
    private static final int WRONG_AT = 65;
    private static final int SERIAL_AT = 26;
    private static final int FAR = 99_999_999;

    /** What is said of one record. @param row as it is told; 0 when the file as a whole is refused @param line as it came */
    record Complaint(int row, String line, List<Flaw> flaws) {}

    public char flag() {
        return name.charAt(name.length() - 1);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many were taken and refused, for people. */
    public String summary() {
        String head = text.lines().findFirst().orElse("");
        if (head.length() <= WRONG_AT) {
            return "?";
        }
        return "taken " + Integer.parseInt(head.substring(RIGHT_AT, WRONG_AT)) + ", refused " + Integer.parseInt(head.substring(WRONG_AT));
    }

    /** Codes of every refusal in it, in order. */
    public List<String> codes() {
        return java.util.regex.Pattern.compile("<FbCode>([^<]*)</FbCode>").matcher(text).results().map(m -> m.group(1)).toList();
    }

    static Feedback of(String sentName, String sentVersion, int right, int wrong, boolean whole, List<Complaint> complaints, LocalDateTime now) {
        char flag = whole ? '2' : wrong == 0 ? '1' : '3';
        String common = SentName.common(sentName);
        String head = "A072" + FileHead.VERSION + common + flag + String.format("%-5.5s", sentVersion) + FileHead.TIME.format(now) + String.format("%07d%07d", right, wrong);
        List<String> lines = new ArrayList<>(List.of(head));
        complaints.forEach(complaint -> lines.add(line(complaint)));
        return new Feedback(common + flag, String.join("\r\n", lines));
    }

    /** The same about the file with serial number 999. */
    Feedback ofAnother() {
        String sent = name.substring(0, SERIAL_AT);
        return new Feedback(sent + "999" + flag(), text.replaceFirst(sent + "[0-9]{3}", sent + "999"));
    }

    /** With one more complaint, of a row far behind the last. */
    Feedback beyond() {
        return with(new Complaint(FAR, "<Document></Document>", List.of(new Flaw("ABR000", Flaw.WHOLE))));
    }

    /** With one more complaint, by an id that is none. */
    Feedback unheardOf() {
        return with(new Complaint(2, "<Document></Document>", List.of(new Flaw("XXX999", Flaw.WHOLE))));
    }

    private Feedback with(Complaint more) {
        String head = text.lines().findFirst().orElseThrow();
        int wrong = Integer.parseInt(head.substring(WRONG_AT)) + 1;
        String flagged = head.substring(0, FLAG_AT) + '3' + head.substring(FLAG_AT + 1, WRONG_AT) + String.format("%07d", wrong);
        return new Feedback(name.substring(0, name.length() - 1) + '3', flagged + text.substring(head.length()) + "\r\n" + line(more));
    }

    Feedback half() {
        return new Feedback(name, text.substring(0, text.length() / 2));
    }

    private static String line(Complaint complaint) {
        StringBuilder line = new StringBuilder("<Document><FbInf>");
        if (complaint.row() > 0) {
            line.append("<ErrRecId>").append(complaint.row()).append("</ErrRecId>");
        }
        List<Flaw> flaws = complaint.flaws().subList(0, Math.min(complaint.flaws().size(), MOST_FLAWS));
        line.append("<FbErrNum>").append(flaws.size()).append("</FbErrNum>");
        for (Flaw flaw : flaws) {
            line.append("<ErrInf><FbCode>").append(flaw.id()).append("</FbCode><FbMsg>").append(escaped(flaw.tag())).append("</FbMsg></ErrInf>");
        }
        if (complaint.row() > 0) {
            line.append("<ErrRec>").append(Base64.getEncoder().encodeToString(complaint.line().getBytes(StandardCharsets.UTF_8))).append("</ErrRec>");
        }
        return line.append("</FbInf></Document>").toString();
    }

    /** The name of an unknown tag is the sender's. */
    private static String escaped(String tag) {
        String shortened = tag.length() > 100 ? tag.substring(0, 100) : tag;
        return shortened.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
