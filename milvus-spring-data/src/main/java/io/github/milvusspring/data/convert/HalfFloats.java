package io.github.milvusspring.data.convert;

import io.github.milvusspring.data.model.FieldType;

/**
 * Converts vectors to the bytes of 16 bit floats that Milvus accepts, and back. Each
 * entry is rounded to the nearest 16 bit float; halfway between two, the one whose last
 * bit is even is used.
 */
public final class HalfFloats {

	private static final int SIGN = 0x8000;

	private static final int INFINITY = 0x7F80_0000;

	/** The first float, 65,520, that is rounded to more than the largest half, 65,504. */
	private static final int FIRST_TOO_LARGE = 0x477F_F000;

	private static final int SMALLEST_NORMAL = 0x3880_0000;

	/** Half of the smallest half; the largest float that is rounded to zero. */
	private static final int LAST_ZERO = 0x3300_0000;

	private static final int BIAS = 112;

	private HalfFloats() {
	}

	/**
	 * Converts a vector to bytes.
	 * @param type {@code FLOAT16_VECTOR} or {@code BFLOAT16_VECTOR}
	 * @param vector the vector
	 * @return two bytes in little endian for each entry
	 * @throws IllegalArgumentException when an entry is too large for 16 bits
	 */
	public static byte[] pack(FieldType type, float[] vector) {
		byte[] bytes = new byte[2 * vector.length];
		for (int i = 0; i < vector.length; i++) {
			int half = (type == FieldType.FLOAT16_VECTOR) ? toFloat16(vector[i]) : toBfloat16(vector[i]);
			int infinity = (type == FieldType.FLOAT16_VECTOR) ? 0x7C00 : 0x7F80;
			if ((half & infinity) == infinity) {
				throw new IllegalArgumentException("entry " + i + " is " + vector[i] + ", and the largest number of "
						+ type + " is " + ((type == FieldType.FLOAT16_VECTOR) ? "65504" : "3.3895314E38"));
			}
			bytes[2 * i] = (byte) half;
			bytes[2 * i + 1] = (byte) (half >>> 8);
		}
		return bytes;
	}

	/**
	 * Converts bytes to a vector.
	 * @param type {@code FLOAT16_VECTOR} or {@code BFLOAT16_VECTOR}
	 * @param bytes two bytes in little endian for each entry
	 * @return the vector
	 */
	public static float[] unpack(FieldType type, byte[] bytes) {
		float[] vector = new float[bytes.length / 2];
		for (int i = 0; i < vector.length; i++) {
			int half = (bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] & 0xFF) << 8;
			vector[i] = (type == FieldType.FLOAT16_VECTOR) ? fromFloat16(half) : Float.intBitsToFloat(half << 16);
		}
		return vector;
	}

	static int toFloat16(float value) {
		int bits = Float.floatToRawIntBits(value);
		int sign = (bits >>> 16) & SIGN;
		int size = bits & Integer.MAX_VALUE;
		if (size > INFINITY) {
			return sign | 0x7E00;
		}
		if (size >= FIRST_TOO_LARGE) {
			return sign | 0x7C00;
		}
		if (size >= SMALLEST_NORMAL) {
			int rounded = size + 0xFFF + ((size >>> 13) & 1);
			return sign | (rounded - (BIAS << 23)) >>> 13;
		}
		return (size <= LAST_ZERO) ? sign : sign | subnormal(size);
	}

	private static int subnormal(int size) {
		int mantissa = (size & 0x7F_FFFF) | 0x80_0000;
		int shift = 126 - (size >>> 23);
		int half = mantissa >>> shift;
		int rest = mantissa & ((1 << shift) - 1);
		int middle = 1 << (shift - 1);
		return (rest > middle || (rest == middle && (half & 1) == 1)) ? half + 1 : half;
	}

	static float fromFloat16(int half) {
		int sign = (half & SIGN) << 16;
		int exponent = (half >>> 10) & 0x1F;
		int mantissa = half & 0x3FF;
		if (exponent == 0) {
			float size = mantissa * 0x1p-24f;
			return (sign != 0) ? -size : size;
		}
		int bits = (exponent == 0x1F) ? INFINITY | mantissa << 13 : (exponent + BIAS) << 23 | mantissa << 13;
		return Float.intBitsToFloat(sign | bits);
	}

	static int toBfloat16(float value) {
		int bits = Float.floatToRawIntBits(value);
		if ((bits & Integer.MAX_VALUE) > INFINITY) {
			return (bits >>> 16) | 0x40;
		}
		return (bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16;
	}

}
