package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;

/**
 * One thing that was tried, or should have been.
 *
 * @param name unique in a run, in the spelling of files: {@code loan-application.bank.good.every-code.terms.repaymentMethod}
 */
record Trial(Operation operation, boolean centreSpeaks, Kind kind, Level level, String name, Words what) {

    enum Kind {
        GOLDEN("金样", "golden sample"),
        GOOD("正常", "good"),
        BOUNDARY("边界", "boundary"),
        HOSTILE("恶意", "hostile"),
        AGREED("约定", "agreed");

        final Words words;

        Kind(String chinese, String english) {
            words = new Words(chinese, english);
        }
    }

    /** {@code CODEC}: bytes against the folder, nothing is sent. {@code CHANNEL}: over the real channel. */
    enum Level {
        CODEC("报文级", "on the level of messages"),
        CHANNEL("真实通道", "over the real channel");

        final Words words;

        Level(String chinese, String english) {
            words = new Words(chinese, english);
        }
    }

    String direction() {
        return centreSpeaks ? "我方发起 / we call the bank" : "银行发起 / the bank calls us";
    }
}
