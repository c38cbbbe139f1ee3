package io.jinqiao.workbench.simulate.bank;

/** Whose place a simulator takes at the wire. */
enum Chair {
    BANK,
    CENTRE;

    Chair other() {
        return this == BANK ? CENTRE : BANK;
    }
}
