const vi = {
  craftSteps: "Từ của nhật ký",
  craftStepsLead:
    "Các công đoạn mà nhà sản xuất chọn khi ghi nhật ký. Đổi tên hay ẩn một từ không làm đổi điều đã ghi. Không xóa được từ nào.",
  stepVi: "Tiếng Việt",
  stepEn: "Tiếng Anh",
  stepBiz: "Từ CBV hoặc địa chỉ (bỏ trống: từ riêng của chợ)",
  stepAsks: "Hỏi thêm",
  stepAsksOf: { asks_amount: "số lượng", asks_photo: "ảnh", asks_input: "thứ đã dùng" },
  stepHidden: "Đã ẩn",
  hideStep: "Ẩn",
  showStep: "Hiện lại",
  renameStep: "Sửa",
  saveStep: "Lưu",
  stepUp: "Lên",
  newStep: "Thêm từ",
  addStep: "Thêm",
  stepFamily: "Nghề",
}

const en: typeof vi = {
  craftSteps: "Diary words",
  craftStepsLead:
    "The steps producers choose from in their diary. Renaming or hiding a word changes nothing that was recorded. No word can be deleted.",
  stepVi: "Vietnamese",
  stepEn: "English",
  stepBiz: "CBV word or address (empty: our own word)",
  stepAsks: "Asks for",
  stepAsksOf: { asks_amount: "amount", asks_photo: "photo", asks_input: "what was used" },
  stepHidden: "Hidden",
  hideStep: "Hide",
  showStep: "Show again",
  renameStep: "Edit",
  saveStep: "Save",
  stepUp: "Up",
  newStep: "Add a word",
  addStep: "Add",
  stepFamily: "Craft",
}

export const craftSteps = { vi, en }
