package io.jinqiao.opinion.form;

import io.jinqiao.message.Money;

/**
 * An amount in Chinese capitals (大写金额) as the rules for filling in bills (正确填写票据和结算凭证的基本规定) want it: 人民币 in front, 整 after
 * yuan or jiao, one 零 for zeros between digits.
 */
public final class ChineseAmount {
    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private ChineseAmount() {}

    public static String of(Money amount) {
        long yuan = amount.fen() / 100;
        int jiao = (int) (amount.fen() / 10 % 10);
        int fen = (int) (amount.fen() % 10);
        if (amount.fen() == 0) {
            return "人民币零元整";
        }
        StringBuilder text = new StringBuilder("人民币");
        if (yuan > 0) {
            text.append(whole(yuan)).append("元");
        }
        return text.append(fraction(yuan, jiao, fen)).toString();
    }

    private static String fraction(long yuan, int jiao, int fen) {
        if (jiao == 0 && fen == 0) {
            return "整";
        }
        if (fen == 0) {
            return DIGITS[jiao] + "角整";
        }
        if (jiao == 0) {
            return (yuan > 0 ? "零" : "") + DIGITS[fen] + "分";
        }
        return DIGITS[jiao] + "角" + DIGITS[fen] + "分";
    }

    private static String whole(long yuan) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int group = 3; group >= 0; group--) {
            int four = (int) (yuan / power(group) % 10_000);
            if (four == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || four < 1000)) {
                text.append(DIGITS[0]);
            }
            text.append(four(four)).append(unit(group, yuan));
            gap = false;
        }
        return text.toString();
    }

    /** 万亿 is written 万 when 亿 follows with digits of its own. */
    private static String unit(int group, long yuan) {
        return group == 3 && yuan / power(2) % 10_000 != 0 ? GROUPS[1] : GROUPS[group];
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= 10_000;
        }
        return power;
    }

    private static String four(int number) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            text.append(gap ? DIGITS[0] : "").append(DIGITS[digit]).append(PLACES[place]);
            gap = false;
        }
        return text.toString();
    }
}
