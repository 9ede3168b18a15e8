package org.evenhand.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;

/// Reads a small text file that the user names.
final class UserFile {
    private UserFile() {}

    /// The file as a command that is printed names it: as it was given, but where an absolute path leads is
    /// the user's own affair.
    static String shown(Path file) {
        return file.isAbsolute() ? String.valueOf(file.getFileName()) : file.toString();
    }

    /// The text of `file`.
    ///
    /// @param option the option that names it, for messages
    /// @param remedy what to do if there is no such file
    static String read(Path file, String option, String remedy) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadRequest("%s: there is no file '%s'.".formatted(option, file), remedy);
        } catch (CharacterCodingException e) {
            throw new BadData("%s is not UTF-8 text.".formatted(file), "Save it as UTF-8.");
        } catch (IOException e) {
            throw new BadRequest(
                    "%s: '%s' cannot be read (%s).".formatted(option, file, e.getMessage()),
                    "Name a file you may read.");
        }
    }
}
