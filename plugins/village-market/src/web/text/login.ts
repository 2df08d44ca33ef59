const vi = {
  loginTitle: "Vào gian hàng của bạn",
  loginLead: "Nhập số điện thoại đã đăng ký. Chúng tôi gửi cho bạn một tin nhắn có mã 6 số.",
  phone: "Số điện thoại",
  phoneHint: "Ví dụ: 0912 345 678",
  sendCode: "Gửi mã cho tôi",
  firstTime: "Lần đầu bán hàng ở đây?",
  firstTimeText: "Đăng ký mất khoảng năm phút. Dừng giữa chừng cũng được, những gì đã điền vẫn còn.",
  register: "Đăng ký gian hàng",
  codeTitle: "Nhập mã trong tin nhắn",
  codeSent: (phone: string) => `Nếu số ${phone} đã đăng ký, mã đang được gửi tới máy. Mã dùng được trong 5 phút.`,
  codeSentNew: (phone: string) => `Mã đang được gửi tới số ${phone}. Mã dùng được trong 5 phút.`,
  code: "Mã 6 số",
  codeHint: "Đừng đưa mã này cho ai, kể cả người xưng là cán bộ.",
  enter: "Vào gian hàng",
  noCode: "Chưa thấy tin nhắn?",
  noCodeText: "Chờ một phút rồi bấm gửi lại. Chỉ mã mới nhất dùng được.",
  resend: "Gửi lại mã",
  otherPhone: "Dùng số khác",
  sentAgain: "Đã gửi mã mới. Xin dùng mã trong tin nhắn mới nhất.",
  logout: "Ra khỏi gian hàng",
  phone_wrong: "Số điện thoại chưa đúng. Số ở Việt Nam có 10 chữ số, bắt đầu bằng số 0.",
  phone_limit: (seconds: number) => `Số này vừa xin mã. Xin chờ ${wait(seconds)} rồi thử lại.`,
  address_limit: (seconds: number) => `Nơi bạn đang truy cập xin quá nhiều mã. Xin chờ ${wait(seconds)} rồi thử lại.`,
  sms_failed: "Chưa gửi được tin nhắn. Xin thử lại sau một phút, hoặc gọi số hỗ trợ ở cuối trang.",
  codeMissing: "Xin nhập mã 6 số trong tin nhắn.",
  codeWrong: "Mã không đúng hoặc đã hết hạn. Xin xem lại tin nhắn mới nhất, hoặc lấy mã mới.",
  codeSms: (code: string) => `Mã vào Chợ làng nghề: ${code}. Dùng trong 5 phút. Đừng đưa ai.`,
  unknownSms: "Số này chưa có gian hàng ở Chợ làng nghề. Mời bấm “Đăng ký”.",
  demoHint: "Bản thử nghiệm: không có tin nhắn nào gửi đi thật. Gian hàng mẫu dùng mã 000000, số khác xem mã ở",
  demoMessages: "danh sách tin nhắn",
  messagesTitle: "Tin nhắn đã gửi (bản thử nghiệm)",
  messagesLead: "Bản thử nghiệm không gửi tin nhắn thật. Ở đây có 200 tin mới nhất từ lúc máy chủ khởi động.",
  messagesNone: "Chưa có tin nhắn nào.",
  messageTo: "Gửi tới",
  messageText: "Nội dung",
  messageAt: "Lúc",
  otherNotices: "Thông báo khác",
}

const en: typeof vi = {
  loginTitle: "Enter your shop",
  loginLead: "Type the phone number you registered. We send you a message with a code of 6 digits.",
  phone: "Phone number",
  phoneHint: "For example: 0912 345 678",
  sendCode: "Send me the code",
  firstTime: "First time selling here?",
  firstTimeText: "Registering takes about five minutes. You may stop halfway: what you filled in stays.",
  register: "Register a shop",
  codeTitle: "Type the code from the message",
  codeSent: (phone) => `If ${phone} is registered, a code is on its way to it. It is good for 5 minutes.`,
  codeSentNew: (phone) => `A code is on its way to ${phone}. It is good for 5 minutes.`,
  code: "Code of 6 digits",
  codeHint: "Give this code to nobody, not even somebody who claims to be an official.",
  enter: "Enter the shop",
  noCode: "No message yet?",
  noCodeText: "Wait a minute, then send again. Only the newest code works.",
  resend: "Send the code again",
  otherPhone: "Use another number",
  sentAgain: "A new code was sent. Please use the one in the newest message.",
  logout: "Log out",
  phone_wrong: "This phone number is not right. A number in Vietnam has 10 digits and starts with 0.",
  phone_limit: (seconds) => `This number has just asked for a code. Please wait ${waitEn(seconds)} and try again.`,
  address_limit: (seconds) =>
    `Too many codes were asked for from where you are. Please wait ${waitEn(seconds)} and try again.`,
  sms_failed:
    "The message could not be sent. Please try again in a minute, or call the number at the foot of the page.",
  codeMissing: "Please type the code of 6 digits from the message.",
  codeWrong: "The code is wrong or no longer good. Please look at the newest message, or get a new code.",
  codeSms: (code) => `Craft village market code: ${code}. Good for 5 minutes. Give it to nobody.`,
  unknownSms: "This number has no shop at the craft village market yet. Please press “Register a shop”.",
  demoHint:
    "Test system: no message is really sent. Sample shops use the code 000000; for other numbers see the code in the",
  demoMessages: "list of messages",
  messagesTitle: "Messages sent (test system)",
  messagesLead: "The test system sends no real messages. These are the latest 200 since the server started.",
  messagesNone: "No messages yet.",
  messageTo: "To",
  messageText: "Text",
  messageAt: "At",
  otherNotices: "Other notices",
}

/** Seconds up to two minutes, then minutes, then hours, each rounded up. */
function wait(seconds: number) {
  if (seconds <= 120) return `${seconds} giây`
  return seconds <= 7200 ? `${Math.ceil(seconds / 60)} phút` : `${Math.ceil(seconds / 3600)} giờ`
}

function waitEn(seconds: number) {
  if (seconds <= 120) return `${seconds} seconds`
  return seconds <= 7200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3600)} hours`
}

export const login = { vi, en }
