package io.jinqiao.adapter.mapping;

/**
 * Reads one value straight from its bytes when it is surely right. Whatever a cell is not sure of goes the long way, through the table and the
 * record: only there is said what is wrong.
 */
interface ByteCell {

    /** @return false: not surely right */
    boolean read(byte[] b, int from, int to, RowSlots row);

    /** An amount without a needless zero before it. */
    record Amount(int place, int shift, int decimals, int longest, long most) implements ByteCell {
        /** Digits that fit a long whatever they are; those the shift adds count too. */
        static final int LONGEST = 18;

        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            if (to - from > longest || b[from] == '0' && to > from + 1 && b[from + 1] != '.') {
                return false;
            }
            long value = 0;
            int after = -1;
            for (int i = from; i < to; i++) {
                int digit = b[i] - '0';
                if (digit >= 0 && digit <= 9) {
                    value = value * 10 + digit;
                    after += after < 0 ? 0 : 1;
                } else if (b[i] == '.' && after < 0 && i > from) {
                    after = 0;
                } else {
                    return false;
                }
            }
            if (after == 0 || after > decimals) {
                return false;
            }
            for (int i = Math.max(after, 0); i < shift; i++) {
                value *= 10;
            }
            if (value > most) {
                return false;
            }
            row.number(place, value);
            return true;
        }
    }

    /** A day of four, two and two digits, with or without one dash between them. */
    record Day(int place, int dash) implements ByteCell {
        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            if (to - from != 8 + 2 * dash || dash == 1 && (b[from + 4] != '-' || b[from + 7] != '-')) {
                return false;
            }
            int year = digits(b, from, 4);
            int month = digits(b, from + 4 + dash, 2);
            int day = digits(b, from + 6 + 2 * dash, 2);
            if (year < 1900 || month < 1 || month > 12 || day < 1 || day > 28 && day > days(year, month)) {
                return false;
            }
            row.number(place, epochDay(year, month, day));
            return true;
        }

        private static int digits(byte[] b, int from, int count) {
            int value = 0;
            for (int i = from; i < from + count; i++) {
                int digit = b[i] - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                value = value * 10 + digit;
            }
            return value;
        }

        private static int days(int year, int month) {
            if (month == 2) {
                return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            }
            return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        }

        /** Days since 1970-01-01, counting years from March so that the leap day is the last. */
        private static long epochDay(int year, int month, int day) {
            int y = month > 2 ? year : year - 1;
            int m = month > 2 ? month - 3 : month + 9;
            return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
        }
    }

    /** A whole number from 1; 0 may be too small and goes the long way. */
    record Whole(int place, int longest, int most) implements ByteCell {
        static final int LONGEST = 9;

        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            if (to - from > longest) {
                return false;
            }
            int value = 0;
            for (int i = from; i < to; i++) {
                int digit = b[i] - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                value = value * 10 + digit;
            }
            if (value == 0 || value > most) {
                return false;
            }
            row.number(place, value);
            return true;
        }
    }

    /** A code of up to seven ASCII characters, packed with its length into one number. @param words by code */
    record Word(int place, int longest, long[] codes, int[] words) implements ByteCell {
        static final int LONGEST = 7;

        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            if (to - from > longest) {
                return false;
            }
            long code = packed(b, from, to);
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] == code) {
                    row.number(place, words[i]);
                    return true;
                }
            }
            return false;
        }

        static long packed(byte[] b, int from, int to) {
            long code = to - from;
            for (int i = from; i < to; i++) {
                code = code << 8 | b[i] & 0xff;
            }
            return code;
        }
    }

    /** A text. @param most bytes it may surely have, whatever they are @param mostChars characters it may have */
    record Plain(int place, int most, int mostChars, boolean digits) implements ByteCell {
        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            if (to - from > most) {
                return false;
            }
            boolean visible = false;
            for (int i = from; i < to; i++) {
                byte c = b[i];
                if (c < 0) {
                    return !digits && decoded(b, from, to, row);
                }
                if (c < ' ' || c == 0x7f || digits && (c < '0' || c > '9')) {
                    return false;
                }
                visible |= c > ' ';
            }
            if (!visible || to - from > mostChars) {
                return false;
            }
            row.ascii(place, from, to);
            return true;
        }

        /** Sure of texts that have a letter or an ideograph among their characters and nothing that is not shown. */
        private boolean decoded(byte[] b, int from, int to, RowSlots row) {
            java.nio.CharBuffer text = row.decoded(b, from, to);
            if (text == null || text.length() > mostChars) {
                return false;
            }
            boolean visible = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c < ' ' || c == 0x7f) {
                    return false;
                }
                visible |= Character.isLetterOrDigit(c);
            }
            if (visible) {
                row.decodedText(place);
            }
            return visible;
        }
    }

    /** Always the same bytes. */
    record Same(byte[] text) implements ByteCell {
        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            return java.util.Arrays.equals(b, from, to, text, 0, text.length);
        }
    }

    /** Agreed, but nothing we use; must be text all the same. */
    record Ignored() implements ByteCell {
        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            for (int i = from; i < to; i++) {
                if (b[i] < ' ' || b[i] == 0x7f) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A value whose conversions only the long way knows. */
    record NeverSure() implements ByteCell {
        @Override
        public boolean read(byte[] b, int from, int to, RowSlots row) {
            return false;
        }
    }
}
