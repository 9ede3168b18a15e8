package org.evenhand.web;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Replies that were made before, by address, at most so many bytes of them; what was asked for longest ago goes first.
final class Kept {
    private final long most;
    private final LinkedHashMap<String, Sent> replies = new LinkedHashMap<>(256, 0.75f, true);
    private final ReentrantLock lock = new ReentrantLock();
    private long bytes;

    /// @param most bytes that are kept
    Kept(long most) {
        this.most = most;
    }

    Optional<Sent> get(String key) {
        lock.lock();
        try {
            return Optional.ofNullable(replies.get(key));
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a reply, unless it alone would take an eighth of the room.
    void put(String key, Sent sent) {
        if (sent.size() > most / 8) {
            return;
        }
        lock.lock();
        try {
            var before = replies.put(key, sent);
            bytes += sent.size() + key.length() - (before == null ? 0 : before.size() + key.length());
            var oldest = replies.entrySet().iterator();
            while (bytes > most && oldest.hasNext()) {
                var gone = oldest.next();
                bytes -= gone.getValue().size() + gone.getKey().length();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Bytes held now.
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }
}
