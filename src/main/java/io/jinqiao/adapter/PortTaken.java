package io.jinqiao.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

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

    /**
     * Asked before anything else is opened: a gateway that finds out last has its database and its jobs running already.
     *
     * @throws PortTaken naming the setting
     */
    public static void requireFree(String host, int port, String setting) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw new PortTaken(host, port, setting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
