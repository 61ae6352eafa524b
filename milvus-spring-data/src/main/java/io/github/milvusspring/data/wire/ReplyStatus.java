package io.github.milvusspring.data.wire;

import java.io.IOException;

import io.github.milvusspring.data.wire.column.ProtoReader;
import io.milvus.grpc.Status;

/**
 * The status of a call, as the server reports it.
 *
 * @param code the error code, 0 for success
 * @param legacyCode the error code as servers before 2.3 use it, 0 for success
 * @param reason the reason, empty for success
 * @param retriable whether the server reports that the same call may succeed later
 * @param inputError whether the server reports that the request itself is wrong
 */
public record ReplyStatus(int code, int legacyCode, String reason, boolean retriable, boolean inputError) {

	static final ReplyStatus SUCCESS = new ReplyStatus(0, 0, "", false, false);

	private static final String INPUT_ERROR = "is_input_error";

	static ReplyStatus read(ProtoReader in, int size) throws IOException {
		long end = in.position() + size;
		int code = 0;
		int legacyCode = 0;
		String reason = "";
		boolean retriable = false;
		boolean inputError = false;
		while (in.position() < end) {
			int tag = in.tag();
			switch (tag >>> 3) {
				case 1 -> legacyCode = (int) in.varint();
				case 2 -> reason = in.text();
				case 3 -> code = (int) in.varint();
				case 4 -> retriable = in.varint() != 0;
				case 6 -> inputError |= isInputError(in, in.size());
				default -> in.skip(tag);
			}
		}
		return new ReplyStatus(code, legacyCode, reason, retriable, inputError);
	}

	@SuppressWarnings("deprecation")
	public static ReplyStatus of(Status message) {
		return new ReplyStatus(message.getCode(), message.getErrorCodeValue(), message.getReason(),
				message.getRetriable(), Boolean.parseBoolean(message.getExtraInfoMap().get(INPUT_ERROR)));
	}

	private static boolean isInputError(ProtoReader in, int size) throws IOException {
		long end = in.position() + size;
		boolean named = false;
		boolean said = false;
		while (in.position() < end) {
			int tag = in.tag();
			switch (tag >>> 3) {
				case 1 -> named = in.text().equals(INPUT_ERROR);
				case 2 -> said = Boolean.parseBoolean(in.text());
				default -> in.skip(tag);
			}
		}
		return named && said;
	}

	public boolean failed() {
		return this.code != 0 || this.legacyCode != 0;
	}

	/**
	 * Returns the error code to report, which is the legacy code when there is no other.
	 */
	public int reported() {
		return (this.code != 0) ? this.code : this.legacyCode;
	}

}
