package io.jinqiao.workbench.simulate.bank;

/** Whoever answers at the end of a line. */
public interface Counter {

    Spoken take(Packet packet);

    /** @param wrong what was no message at all */
    Spoken refuse(NotUnderstood wrong);
}
