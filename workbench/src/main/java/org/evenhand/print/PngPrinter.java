package org.evenhand.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// A picture as PNG, twice as fine as it is on a page, with the fonts of the PDF.
public final class PngPrinter {
    private static final String FONT = "DejaVu Sans";
    private static final int FINENESS = 2;
    private static final float PAGE_DPI = 144;

    private PngPrinter() {}

    /// @param svg a picture as a file of its own
    public static byte[] of(String svg) {
        Fonts.registered();
        var drawing = svg.replace("font-family=\"sans-serif\"", "font-family=\"" + FONT + "\"");
        var picture = new Picture();
        float width = (float) SvgFile.attribute(svg, "width");
        picture.addTranscodingHint(ImageTranscoder.KEY_WIDTH, width * FINENESS);
        picture.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, java.awt.Color.WHITE);
        // Nothing outside the picture is ever fetched, and nothing in it runs.
        picture.addTranscodingHint(ImageTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
        picture.addTranscodingHint(ImageTranscoder.KEY_EXECUTE_ONLOAD, Boolean.FALSE);
        picture.addTranscodingHint(ImageTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
        try {
            picture.transcode(new TranscoderInput(new StringReader(drawing)), new TranscoderOutput());
        } catch (TranscoderException e) {
            throw new IllegalStateException("a picture of ours cannot be drawn", e);
        }
        return png(picture.image);
    }

    /// The first page of a PDF.
    public static byte[] firstPage(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return png(new PDFRenderer(document).renderImageWithDPI(0, PAGE_DPI, ImageType.RGB));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(@Nullable BufferedImage image) {
        if (image == null) {
            throw new IllegalStateException("nothing was drawn");
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static final class Picture extends ImageTranscoder {
        private @Nullable BufferedImage image;

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage drawn, @Nullable TranscoderOutput output) {
            image = drawn;
        }
    }

    /// The fonts, registered once.
    private static final class Fonts {
        private static final boolean DONE = register();

        static boolean registered() {
            return DONE;
        }

        private static boolean register() {
            boolean all = true;
            for (var file : new String[] {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}) {
                try (var in = PdfPrinter.font(file)) {
                    all &= GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
                } catch (FontFormatException | IOException e) {
                    throw new IllegalStateException("the font " + file + " cannot be read", e);
                }
            }
            return all;
        }
    }
}
