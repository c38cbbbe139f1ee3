/** Envelopes of SOAP and their signatures, by CXF and WSS4J over bytes in memory. Alone imports them; knows no partner and opens no connection. */
@NamedInterface("soap")
@NullMarked
package io.jinqiao.adapter.soap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
