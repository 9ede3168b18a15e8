package org.evenhand.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.evenhand.core.Checksum;

/// A reply ready for the wire: also compressed, with its tag.
///
/// @param reply the reply
/// @param packed the body compressed; empty where that saves nothing
/// @param tag entity tag without its quotes
record Sent(Reply reply, byte[] packed, String tag) {
    static Sent of(Reply reply) {
        var body = reply.body();
        boolean text = reply.type().startsWith("text/")
                || reply.type().startsWith("application/json")
                || reply.type().startsWith("image/svg");
        var packed = text && body.length > 600 ? packed(body) : new byte[0];
        return new Sent(
                reply,
                packed.length < body.length ? packed : new byte[0],
                Checksum.of(body).substring(0, 32));
    }

    int size() {
        return reply.body().length + packed.length + 200;
    }

    private static byte[] packed(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
