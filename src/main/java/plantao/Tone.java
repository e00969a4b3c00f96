package plantao;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// A short, calm tone: two soft notes, the second lower. Made here; no sound file is needed.
final class Tone {
    private static final Logger LOG = Logger.getLogger(Tone.class.getName());
    private static final int RATE = 44_100;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);
    /// G5 and E5, equal temperament at A4 = 440 Hz.
    private static final double[] NOTES = {783.99, 659.26};

    private static final double SECONDS = 0.22;
    private static final double RISE = 0.02;
    /// A quarter of full scale, about −12 dB.
    private static final double LOUDNESS = 0.25;

    private Tone() {}

    /// Plays it; returns when it has been heard, half a second later.
    ///
    /// @return whether there was anything to play it on
    static boolean play() {
        byte[] samples = samples();
        try (SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT)) {
            line.open(FORMAT);
            line.start();
            line.write(samples, 0, samples.length);
            line.drain();
            return true;
        } catch (LineUnavailableException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "No sound device", e);
            return false;
        }
    }

    /// The tone as 16-bit little-endian samples, one channel, 44.1 kHz.
    static byte[] samples() {
        int each = (int) (RATE * SECONDS);
        byte[] samples = new byte[2 * each * NOTES.length];
        for (int n = 0; n < NOTES.length; n++) {
            for (int i = 0; i < each; i++) {
                double at = (double) i / RATE;
                double value = LOUDNESS * swell(at) * Math.sin(2 * Math.PI * NOTES[n] * at);
                short sample = (short) Math.round(value * Short.MAX_VALUE);
                int place = 2 * (n * each + i);
                samples[place] = (byte) sample;
                samples[place + 1] = (byte) (sample >> 8);
            }
        }
        return samples;
    }

    /// Rises and dies away without a click.
    private static double swell(double at) {
        return at < RISE
                ? 0.5 - 0.5 * Math.cos(Math.PI * at / RISE)
                : 0.5 + 0.5 * Math.cos(Math.PI * (at - RISE) / (SECONDS - RISE));
    }
}
