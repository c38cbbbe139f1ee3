package io.jinqiao.workbench.simulate.credit.report;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Numbers of persons and organisations, as far as their form and check digits go. A kind the sheet tells nothing of is taken as it is. */
final class Identities {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final String CREDIT_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Identities() {}

    static boolean person(String type, String number) {
        return switch (type) {
            case "10" -> resident(number);
            case "2" -> number.matches("[A-Z]{3}[A-Z0-9]{1,9}");
            case "5" -> number.matches("[HM]([0-9]{8}|[0-9]{10})");
            case "6" -> number.matches("[0-9]{8}|.{10,14}");
            default -> true;
        };
    }

    static boolean organisation(String type, String number) {
        return switch (type) {
            case "20" -> creditCode(number);
            case "10" -> number.matches("[A-Z0-9]{16}"); // how its two check digits come about is not told
            default -> true;
        };
    }

    /** GB 11643. */
    private static boolean resident(String number) {
        if (!number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11) == number.charAt(17) && born(number.substring(6, 14));
    }

    private static boolean born(String digits) {
        try {
            int year = LocalDate.of(Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4, 6)), Integer.parseInt(digits.substring(6))).getYear();
            return year >= Form.FIRST_YEAR && year <= Form.LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** GB 32100: weights are powers of 3 modulo 31. */
    private static boolean creditCode(String number) {
        if (number.length() != 18) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            int value = CREDIT_CODE.indexOf(number.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        return CREDIT_CODE.charAt((31 - sum % 31) % 31) == number.charAt(17);
    }
}
