package io.jinqiao.workbench.simulate;

/** What becomes of a case at the simulated registry, a step each simulated working day. */
public enum Course {
    /** accepted, entered, certified */
    REGISTER,
    /** sent back for a page that is missing, and once that came as {@link #REGISTER} */
    SUPPLEMENT,
    /** accepted, then refused with a reason */
    REJECT,
    /** accepted, then taken off by the registry */
    DELETE,
    /** accepted; a seizure comes in between, and it is refused */
    SEIZED
}
