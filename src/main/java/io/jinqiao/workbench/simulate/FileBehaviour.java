package io.jinqiao.workbench.simulate;

/** How a simulated bank treats a file it offers, or whoever comes for it. */
public enum FileBehaviour {
    OK,
    /** The file is there and its marker, or its name, never comes. */
    MISSING_MARKER,
    /** The same, and it comes after a while. */
    LATE_MARKER,
    /** The marker is there, half of the file is not. */
    HALF,
    /** Another file is written over it while it is read; only where it is fetched. */
    REPLACED,
    /** Nobody may open anything, until told otherwise; only where files are fetched. */
    NO_RIGHTS,
    /** The server shows another host key, until told otherwise; only where files are fetched. */
    WRONG_HOST_KEY
}
