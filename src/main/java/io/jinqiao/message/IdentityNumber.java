package io.jinqiao.message;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Resident identity number (公民身份号码), GB 11643: 6-digit area, birth date, 3-digit order, check character by ISO 7064
 * MOD 11-2. Never logged; {@link #toString()} is masked.
 */
public record IdentityNumber(String value) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LENGTH = 18;
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        if (!isForm(value)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "18 位：17 位数字加 0-9 或 X / 18: 17 digits, then 0-9 or X");
        }
        if (value.charAt(17) != checkCharacter(value)) {
            throw new IllegalValue(FailureCode.CHECK_DIGIT_WRONG, "身份证号 / identity number");
        }
        birthDate(value);
    }

    private static boolean isForm(String value) {
        return value.length() == LENGTH
                && Form.DIGITS.fitsBetween(value, 0, LENGTH - 1)
                && value.charAt(0) != '0'
                && CHECKS.indexOf(value.charAt(LENGTH - 1)) >= 0;
    }

    /** The check character that belongs to the first 17 digits. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    private static LocalDate birthDate(String value) {
        try {
            return LocalDate.of(
                    Integer.parseInt(value.substring(6, 10)),
                    Integer.parseInt(value.substring(10, 12)),
                    Integer.parseInt(value.substring(12, 14)));
        } catch (DateTimeException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "第 7-14 位为出生日期 / birth date in places 7-14");
        }
    }

    /** First three and last two characters; the rest hidden. */
    public String masked() {
        return value.substring(0, 3) + "*************" + value.substring(16);
    }

    @Override
    public String toString() {
        return masked();
    }
}
