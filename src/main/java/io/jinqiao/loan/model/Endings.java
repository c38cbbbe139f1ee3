package io.jinqiao.loan.model;

/** What an ending takes with it. */
final class Endings {
    private Endings() {}

    /** A mortgage request that was never sent is destroyed; the event is the proof. */
    static Change destroyHeldRequest(Change change) {
        return change.security() == SecurityTrack.HELD
                ? change.security(SecurityTrack.DESTROYED).event(LoanEvent.of(LoanEvent.Type.SECURITY_DESTROYED))
                : change;
    }

    /** With the debt goes what is held for it. */
    static Change money(Change change, MoneyTrack to) {
        return to.over() ? destroyHeldRequest(change.money(to)) : change.money(to);
    }

    /** A contract does not outlive the opinion it was signed on. */
    static Change voidContract(Change change) {
        boolean alive = change.contract() != ContractTrack.NONE && change.contract() != ContractTrack.VOID;
        return alive ? change.contract(ContractTrack.VOID).event(LoanEvent.of(LoanEvent.Type.CONTRACT_VOID)) : change;
    }
}
