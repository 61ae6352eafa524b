package io.github.milvusspring.data.convert;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that are in the order in which they were made, and never the same.
 */
class TimeOrderedKeysTests {

	private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final long LARGEST_TIME = (1L << 48) - 2;

	@Property(tries = 300)
	void aUlidIsTheTimeAndChanceInCrockfordsDigits(@ForAll @LongRange(max = LARGEST_TIME) long time,
			@ForAll long seed) {
		String ulid = new TimeOrderedKeys(() -> time, new Random(seed)).ulid();
		assertThat(ulid).matches("[0-7][" + CROCKFORD + "]{25}");
		Random same = new Random(seed);
		long high = same.nextLong() & 0xFFFF;
		BigInteger expected = BigInteger.valueOf(time)
			.shiftLeft(80)
			.or(BigInteger.valueOf(high).shiftLeft(64))
			.or(new BigInteger(Long.toUnsignedString(same.nextLong())));
		assertThat(number(ulid)).isEqualTo(expected);
	}

	private static BigInteger number(String ulid) {
		BigInteger number = BigInteger.ZERO;
		for (char digit : ulid.toCharArray()) {
			number = number.shiftLeft(5).or(BigInteger.valueOf(CROCKFORD.indexOf(digit)));
		}
		return number;
	}

	@Property(tries = 200)
	void keysAreInOrderWhateverTheClockDoes(@ForAll List<@IntRange(min = -2, max = 2) Integer> steps,
			@ForAll long seed) {
		long[] now = { 1_700_000_000_000L };
		TimeOrderedKeys ulids = new TimeOrderedKeys(() -> now[0], new Random(seed));
		TimeOrderedKeys uuids = new TimeOrderedKeys(() -> now[0], new Random(seed));
		List<String> made = new ArrayList<>();
		List<String> madeUuids = new ArrayList<>();
		for (int step : steps) {
			now[0] += step;
			made.add(ulids.ulid());
			madeUuids.add(uuids.uuid().toString());
		}
		assertThat(made).isSorted().doesNotHaveDuplicates();
		assertThat(madeUuids).isSorted().doesNotHaveDuplicates();
	}

	@Property(tries = 200)
	void aUuidIsOfVersion7(@ForAll @LongRange(max = LARGEST_TIME) long time, @ForAll long seed) {
		UUID uuid = new TimeOrderedKeys(() -> time, new Random(seed)).uuid();
		assertThat(uuid.version()).isEqualTo(7);
		assertThat(uuid.variant()).isEqualTo(2);
		assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(time);
	}

	@Test
	void aMillisecondThatIsUsedUpBorrowsFromTheNext() {
		Random ones = new Random() {

			@Override
			public long nextLong() {
				return -1;
			}

		};
		TimeOrderedKeys keys = new TimeOrderedKeys(() -> 5, ones);
		assertThat(keys.ulid()).isEqualTo("0000000005ZZZZZZZZZZZZZZZZ");
		assertThat(keys.ulid()).isEqualTo("0000000006ZZZZZZZZZZZZZZZZ");
		assertThat(new TimeOrderedKeys(() -> 0, new Random() {

			@Override
			public long nextLong() {
				return 0;
			}

		}).ulid()).isEqualTo("00000000000000000000000000");
	}

	@Test
	void theCarryGoesIntoTheHighBits() {
		long[] bits = { 1, -1 };
		int[] next = { 0 };
		TimeOrderedKeys keys = new TimeOrderedKeys(() -> 0, new Random() {

			@Override
			public long nextLong() {
				return bits[next[0]++];
			}

		});
		assertThat(number(keys.ulid())).isEqualTo(BigInteger.valueOf(2).shiftLeft(64).subtract(BigInteger.ONE));
		assertThat(number(keys.ulid())).isEqualTo(BigInteger.valueOf(2).shiftLeft(64));
	}

	@Test
	void threadsNeverGetTheSameKey() {
		TimeOrderedKeys keys = new TimeOrderedKeys();
		ConcurrentHashMap<String, Boolean> made = new ConcurrentHashMap<>();
		IntStream.range(0, 20_000).parallel().forEach((i) -> made.put(keys.ulid(), true));
		assertThat(made).hasSize(20_000);
	}

}
