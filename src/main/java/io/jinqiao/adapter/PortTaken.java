package io.jinqiao.adapter;

/** Somebody else listens where a channel was to be opened; the message is for the person who starts the gateway. */
public final class PortTaken extends IllegalStateException {
    private final String setting;

    /** @param setting where another port can be named */
    public PortTaken(String host, int port, String setting) {
        super("Port " + port + " on " + host + " is taken by another program; free it, or name another one in " + setting
                + ". / 端口 " + port + " 已被其他程序占用；请释放该端口，或在 " + setting + " 中改用其他端口。");
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
