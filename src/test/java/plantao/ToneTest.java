package plantao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void itIsShortSoftAndWithoutAClick() {
        ShortBuffer samples =
                ByteBuffer.wrap(Tone.samples()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        assertThat(samples.remaining()).isBetween(44_100 / 4, 44_100 / 2);
        int loudest = 0;
        int jump = 0;
        short before = 0;
        while (samples.hasRemaining()) {
            short sample = samples.get();
            loudest = Math.max(loudest, Math.abs(sample));
            jump = Math.max(jump, Math.abs(sample - before));
            before = sample;
        }
        assertThat(loudest).isBetween(6_000, 8_300);
        assertThat(jump).isLessThan(1_000);
        assertThat((int) before).isBetween(-50, 50);
    }

    @Test
    void whereThereIsNoSoundDeviceItIsSilentWithoutError() {
        assertThatCode(Tone::play).doesNotThrowAnyException();
    }
}
