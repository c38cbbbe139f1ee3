package io.jinqiao.credit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is done to a compressed file before it leaves, and undone when one comes (SM4). How the Center hands its key out is not public: a setting. */
public interface ReportSealer {
    /** Closing it completes the file. */
    OutputStream seal(OutputStream out) throws IOException;

    /** @throws IOException when it is not for this key; or only at its end */
    InputStream open(InputStream in) throws IOException;
}
