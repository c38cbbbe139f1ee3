package io.jinqiao.credit;

/** What is done about an objection (异议). */
public sealed interface ObjectionAct {

    /** What checking found. */
    enum Finding {
        /** What was reported is wrong and must be corrected. */
        JUSTIFIED,
        /** What was reported is right. */
        UNJUSTIFIED
    }

    /** @param reason what the finding rests on, 1 to 500 characters */
    record Find(Finding finding, String reason) implements ObjectionAct {}

    /** Another person confirms the finding, or sends it back to be checked again. */
    record Answer(boolean confirmed) implements ObjectionAct {}

    /** The record was corrected: the Center has accepted one of this account since the objection was received. */
    record Correct() implements ObjectionAct {}

    /** The Center marks the disputed item (异议标注), or takes the mark off. */
    record Mark(boolean on) implements ObjectionAct {}

    /** The person got the written answer. @param letterNo number of the letter, 1 to 64 characters */
    record Reply(String letterNo) implements ObjectionAct {}
}
