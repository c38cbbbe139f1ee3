package io.jinqiao.workbench.simulate.credit.enquiry;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/**
 * The fixed head of a message, 80 characters. Which of ABM001 to ABM011 the Center uses for what is not told; the numbers here are this simulator's.
 *
 * @param id yyyyMMdd and eight digits
 */
public record Head(String sender, String receiver, String time, String type, String id) {
    public static final int LENGTH = 80;
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    static final String VERSION = "2.0.0";
    static final Head NOBODY = new Head("0".repeat(14), "0".repeat(14), "0".repeat(14), "0000", "0".repeat(16));
    private static final int TAIL_AT = 68;

    /** @throws Refused when it is in another form than agreed */
    static Head read(String head, HeadForm form) throws Refused {
        check(head.startsWith("B"), "ABM001", "报文头起始标识 / start mark");
        check(head.startsWith(VERSION, 1), "ABM002", "版本 / version");
        check(head.startsWith(form.tail(), TAIL_AT), "ABM008", "保留域或结束标识 / reserved part or end mark");
        Head read = new Head(head.substring(6, 20), head.substring(20, 34), head.substring(34, 48), head.substring(48, 52), head.substring(52, TAIL_AT));
        check(real(read.time), "ABM005", "时间 / time");
        check(read.id.matches("[0-9]{16}") && real(read.id.substring(0, 8) + "000000"), "ABM007", "报文标识 / message id");
        return read;
    }

    private static boolean real(String time) {
        try {
            LocalDateTime.parse(time, TIME);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static void check(boolean right, String code, String words) throws Refused {
        if (!right) {
            throw new Refused(code, words);
        }
    }

    String write(HeadForm form) {
        return "B" + VERSION + sender + receiver + time + type + id + form.tail();
    }
}
