const vi = {
  traceability: (title: string, code: string) => `${title}, lô ${code}: hàng từ đâu`,
  pip: (title: string) => `${title}: sản phẩm trên chợ`,
  certificationInfo: (title: string) => `${title}: chứng nhận OCOP`,
  malformed: "Địa chỉ này không phải là GS1 Digital Link đúng quy cách.",
  unknown: "Chợ không biết mã này.",
  noSuchLink: "Mã này không có liên kết loại được hỏi.",
  readOnly: "Địa chỉ này chỉ để đọc.",
  unknownHelp: "Xin xem lại các con số trên tem. Mã đúng như trên tem mà không thấy thì tem có thể là giả.",
}

const en: typeof vi = {
  traceability: (title, code) => `${title}, lot ${code}: where it comes from`,
  pip: (title) => `${title}: the product on the market`,
  certificationInfo: (title) => `${title}: OCOP certification`,
  malformed: "This address is not a well-formed GS1 Digital Link.",
  unknown: "The market does not know this code.",
  noSuchLink: "This code has no link of the type asked for.",
  readOnly: "This address can only be read.",
  unknownHelp: "Please check the digits on the label. If they are right and nothing is found, the label may be false.",
}

/** What the resolver of GS1 Digital Links says. */
export const resolver = { vi, en }
